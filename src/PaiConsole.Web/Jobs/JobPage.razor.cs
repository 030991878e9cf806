using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Engine;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Resumption;
using PaiConsole.Engine.Storage;
using PaiConsole.Web.Shared.Details;

namespace PaiConsole.Web.Jobs;

/// <summary>One job: identity, state and money; how it got here; its pods, logs and metrics.</summary>
public sealed partial class JobPage
{
    /// <summary>JobId.</summary>
    [Parameter] public string Id { get; set; } = "";

    [Inject] private JobQueries Queries { get; set; } = default!;
    [Inject] private CheckpointQueries Checkpoints { get; set; } = default!;
    [Inject] private RunQueries Runs { get; set; } = default!;
    [Inject] private JobVerbs Verbs { get; set; } = default!;
    [Inject] private PriceDesk Prices { get; set; } = default!;
    [Inject] private CloudNow CloudClock { get; set; } = default!;

    /// <inheritdoc/>
    protected override string Key => Id;

    private string Active => Tab ?? "overview";

    /// <inheritdoc/>
    protected override Task<JobDetail?> ReadAsync(string key, CancellationToken cancellation) => Queries.GetAsync(key, cancellation);

    private IReadOnlyList<Tab> Sections(JobDetail detail) =>
    [
        new("overview", L["Tab.Overview"]),
        new("logs", L["Tab.Logs"]),
        new("pods", J["Tab.Pods"]),
        new("checkpoints", J["Tab.Checkpoints"]),
        .. HasRun(detail) ? [new Tab("run", J["Tab.Run"])] : Array.Empty<Tab>(),
        new("metrics", L["Tab.Metrics"]),
        new("events", L["Tab.Events"]),
        new("operations", L["Tab.Operations"], detail.Operations.Count),
    ];

    // A job that was deleted meanwhile has nothing to look for.
    private async Task<JobCheckpoints> ReadCheckpointsAsync(CancellationToken cancellation) =>
        await Checkpoints.OfJobAsync(Id, cancellation) ?? new([], new(null, [], null), CloudClock.UtcNow);

    // Only on spot machines, or as part of a longer run, is there a story to tell.
    private static bool HasRun(JobDetail detail) => detail.Row.IsSpot || ResumeMark.Of(detail.Job.Labels) is { RunId: not null } or { Times: > 0 };

    private async Task<JobRun> ReadRunAsync(CancellationToken cancellation) =>
        await Runs.OfAsync(Id, cancellation) ?? new([], new([], TimeSpan.Zero, TimeSpan.Zero, null), null, false, 0, false, null, true, CloudClock.UtcNow);

    private bool HasGpu(TrainingJob job) => job.Roles.Any(role => Prices.Skus.Find(role.Sku)?.HasGpu != false);

    // A finished job's metrics lie around its end, however long ago that was.
    private Task<IReadOnlyList<MetricSeries>> ReadMetricAsync(string metric, TimeSpan back, CancellationToken cancellation)
    {
        var end = Detail?.Job.FinishedAt ?? CloudClock.UtcNow;
        return Queries.MetricsAsync(Id, metric, end - back, end, cancellation);
    }
}
