using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>The heads of a table: what it is sorted by, and the check box for all rows in sight. Rows come and go without it.</summary>
public sealed partial class TableHead
{
    private (IReadOnlyList<TableColumn>, string?, bool, bool, bool, bool)? _drawn;

    /// <summary>The heads.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TableColumn> Columns { get; set; } = [];
    /// <summary>Key of the column it is sorted by.</summary>
    [Parameter] public string? Sort { get; set; }
    /// <summary>Largest first.</summary>
    [Parameter] public bool Descending { get; set; }
    /// <summary>A head was pressed.</summary>
    [Parameter] public EventCallback<string> OnSort { get; set; }
    /// <summary>Rows have check boxes.</summary>
    [Parameter] public bool Pickable { get; set; }
    /// <summary>Every row in sight is picked.</summary>
    [Parameter] public bool AllPicked { get; set; }
    /// <summary>The check box was pressed.</summary>
    [Parameter] public EventCallback OnPickAll { get; set; }
    /// <summary>Rows have buttons.</summary>
    [Parameter] public bool HasActions { get; set; }

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var now = (Columns, Sort, Descending, Pickable, AllPicked, HasActions);
        var changed = _drawn != now;
        _drawn = now;
        return changed;
    }

    private string? SortWord(TableColumn column) =>
        column.Key.Length == 0 ? null : column.Key != Sort ? "none" : Descending ? "descending" : "ascending";

    private static string? Class(TableColumn column) => (column.Numeric, column.Roomy) switch
    {
        (true, true) => "num roomy",
        (true, false) => "num",
        (false, true) => "roomy",
        _ => null,
    };
}
