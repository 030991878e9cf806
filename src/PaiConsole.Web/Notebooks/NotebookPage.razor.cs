using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Shared.Details;
using PaiConsole.Web.Shared.Instruments;

namespace PaiConsole.Web.Notebooks;

/// <summary>One notebook: identity, state and money; how it got here; what it does.</summary>
public sealed partial class NotebookPage
{
    /// <summary>InstanceId.</summary>
    [Parameter] public string Id { get; set; } = "";

    [Inject] private NotebookQueries Queries { get; set; } = default!;
    [Inject] private NotebookVerbs Verbs { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;

    /// <inheritdoc/>
    protected override string Key => Id;

    private string Active => Tab ?? "overview";

    /// <inheritdoc/>
    protected override Task<NotebookDetail?> ReadAsync(string key, CancellationToken cancellation) => Queries.GetAsync(key, cancellation);

    private IReadOnlyList<Tab> Sections(NotebookDetail detail) =>
    [
        new("overview", L["Tab.Overview"]),
        new("metrics", L["Tab.Metrics"]),
        new("sessions", N["Tab.Sessions"]),
        new("log", N["Tab.Log"]),
        new("events", L["Tab.Events"]),
        new("operations", L["Tab.Operations"], detail.Operations.Count),
    ];

    // The idle rule's own limits, drawn where they apply.
    private Dictionary<string, IReadOnlyList<ChartThreshold>> Thresholds(Notebook notebook) => notebook.IdleRule is not { } rule
        ? []
        : new(StringComparer.Ordinal)
        {
            [Engine.Listing.MetricTypes.Cpu] = [new(rule.CpuPercent, N["Idle.Title"])],
            [Engine.Listing.MetricTypes.Gpu] = [new(rule.GpuPercent, N["Idle.Title"])],
        };
}
