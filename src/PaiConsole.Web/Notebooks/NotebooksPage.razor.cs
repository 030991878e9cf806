using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Domain.Costs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shared.Tables;

namespace PaiConsole.Web.Notebooks;

/// <summary>Every notebook: what runs, whose it is, whether it idles, what it costs.</summary>
public sealed partial class NotebooksPage
{
    private static readonly Phase[] Phases = [Phase.Running, Phase.InTransition, Phase.Failed, Phase.Stopped];

    [Inject] private NotebookQueries Queries { get; set; } = default!;
    [Inject] private NotebookVerbs Verbs { get; set; } = default!;
    [Inject] private RowCells Draw { get; set; } = default!;
    [Inject] private IWorldTime World { get; set; } = default!;

    [Inject] private Engine.Costs.PriceDesk Prices { get; set; } = default!;

    private DateTimeOffset Evening => WorkHours.Usual.NextEnd(RegionTime.There(World.UtcNow, Prices.Region));

    private IReadOnlyList<TableColumn> Columns { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized() => Columns =
    [
        new("name", L["Col.Name"]),
        new("status", L["Col.Status"], "172px"),
        new("owner", L["Col.Owner"], "132px", Roomy: true),
        new("sku", L["Col.Sku"], "136px", Roomy: true),
        new("", N["Col.Idle"], "130px", Roomy: true),
        new("costPerHour", L["Col.PerHour"], "100px", Numeric: true),
        new("costToDate", L["Col.ToDate"], "104px", Numeric: true, Roomy: true),
        new("created", L["Col.Created"], "92px", Numeric: true, Roomy: true),
    ];
}
