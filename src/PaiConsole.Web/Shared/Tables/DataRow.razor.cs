using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>
/// One row. It renders again only when its record, its ages or whether it is picked have changed; a change pulses once.
/// The server keeps what it drew: up to 64 elements, attributes and texts take half the memory of one more.
/// </summary>
public sealed partial class DataRow<TRow>
{
    private TRow? _drawnRow;
    private bool _picked;
    private bool _drawnPicked;
    private string? _moving;
    private string? _drawnMoving;
    private int _pulses;

    /// <summary>The table it is a row of: says how a row is drawn, and which are picked.</summary>
    [Parameter, EditorRequired] public DataTable<TRow> Table { get; set; } = default!;
    /// <summary>A record: two rows that are equal look the same.</summary>
    [Parameter, EditorRequired] public TRow Row { get; set; } = default!;

    private string Id => Table.Key(Row);

    // Two names for one animation: a second change while the first pulse runs starts it anew.
    private string? Class => (_pulses, _picked) switch
    {
        (0, false) => null,
        (0, true) => "picked",
        var (pulses, picked) => (pulses % 2 == 0 ? "pulse-b" : "pulse-a") + (picked ? " picked" : ""),
    };

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (_drawnRow is null ? Table.IsFresh(Id) : !_drawnRow.Equals(Row))
            _pulses++;
        _picked = Table.IsPicked(Id);
        _moving = Table.Moving?.Invoke(Row);
    }

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var changed = !Row.Equals(_drawnRow) || _picked != _drawnPicked || _moving != _drawnMoving;
        (_drawnRow, _drawnPicked, _drawnMoving) = (Row, _picked, _moving);
        return changed;
    }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            (_drawnRow, _drawnPicked, _drawnMoving) = (Row, _picked, _moving);
    }
}
