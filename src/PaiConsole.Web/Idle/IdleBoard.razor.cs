using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks.Idleness;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Notebooks;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Idle;

/// <summary>Every notebook that holds a GPU, the one that has wasted most first; several can be stopped at once.</summary>
public sealed partial class IdleBoard
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(LeftOnReports.AdvisedMinutes);
    private readonly HashSet<string> _picked = new(StringComparer.Ordinal);

    /// <summary>The dearest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<NotebookRow> Rows { get; set; } = [];
    /// <summary>Buttons make sense.</summary>
    [Parameter] public bool MayCommand { get; set; }
    /// <summary>The cloud has been looked at.</summary>
    [Parameter] public bool Looked { get; set; }

    [Inject] private NotebookVerbs Verbs { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;
    [CascadingParameter] private Now Now { get; set; } = default!;

    private List<NotebookRow> Picked => [.. Rows.Where(row => _picked.Contains(row.Id))];

    /// <inheritdoc/>
    protected override void OnParametersSet() => _picked.IntersectWith(Rows.Select(row => row.Id));

    private static string Percent(double? percent) => percent is { } known ? known.ToString("0", CultureInfo.InvariantCulture) + " %" : "–";

    private Money? Sum(Func<NotebookRow, Money?> part) => Money.SumOfMain(Rows.Select(part).OfType<Money>());

    private void Pick(string id)
    {
        if (!_picked.Remove(id))
            _picked.Add(id);
    }

    private void PickAll(ChangeEventArgs change)
    {
        _picked.Clear();
        if (change.Value is true)
            _picked.UnionWith(Rows.Select(row => row.Id));
    }

    private async Task StopAsync(IReadOnlyList<NotebookRow> rows)
    {
        if (await Verbs.StopAllAsync(rows))
            _picked.Clear();
    }
}
