using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Engine.Services;
using PaiConsole.Web.Shared.Tables;

namespace PaiConsole.Web.Services;

/// <summary>Every model service: what serves, with how many replicas, sharing traffic with whom, at what price.</summary>
public sealed partial class ServicesPage
{
    private static readonly Phase[] Phases = [Phase.Running, Phase.InTransition, Phase.Failed, Phase.Stopped];

    [Inject] private ServiceQueries Queries { get; set; } = default!;
    [Inject] private ServiceVerbs Verbs { get; set; } = default!;
    [Inject] private RowCells Draw { get; set; } = default!;

    private IReadOnlyList<TableColumn> Columns { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized() => Columns =
    [
        new("name", L["Col.Name"]),
        new("status", L["Col.Status"], "172px"),
        new("", V["Col.Replicas"], "84px", Numeric: true, Roomy: true),
        new("", V["Col.Group"], "172px", Roomy: true),
        new("owner", L["Col.Owner"], "132px", Roomy: true),
        new("sku", L["Col.Sku"], "112px", Roomy: true),
        new("costPerHour", L["Col.PerHour"], "100px", Numeric: true),
        new("costToDate", L["Col.ToDate"], "112px", Numeric: true, Roomy: true),
        new("created", L["Col.Created"], "92px", Numeric: true, Roomy: true),
    ];
}
