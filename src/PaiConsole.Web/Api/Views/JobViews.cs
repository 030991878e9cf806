using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Jobs;

namespace PaiConsole.Web.Api.Views;

/// <summary>A training job (DLC job) in a list.</summary>
public record JobView : ResourceView
{
    internal JobView(JobRow row, DateTimeOffset now, DateTimeOffset? asOf) : base(row, now, asOf) =>
        (Type, Restarts, FinishedAt, IsSpot) = (row.Type, row.Restarts, row.FinishedAt, row.IsSpot);

    /// <summary>PyTorchJob, TFJob, MPIJob …</summary>
    public string Type { get; }
    /// <summary>Restarts so far.</summary>
    public int Restarts { get; }
    /// <summary>When it finished.</summary>
    public DateTimeOffset? FinishedAt { get; }
    /// <summary>At least one role runs on spot machines.</summary>
    public bool IsSpot { get; }
}

/// <summary>Everything known of one job.</summary>
public sealed record JobDetailView : JobView
{
    internal JobDetailView(JobDetail detail, DateTimeOffset now) : base(detail.Row, now, detail.Look.AsOf)
    {
        var job = detail.Job;
        (SubStatus, Reason, WorkspaceName) = (job.SubStatus, ReasonView.From(job.Reason), job.WorkspaceName);
        (Command, Roles, Data, Labels) = (job.Command, job.Roles, job.Mounts, job.Labels);
        Env = job.Env.ToDictionary(pair => pair.Key, pair => SecretWords.Shown(pair.Key, pair.Value), StringComparer.Ordinal);
        (Priority, MaxRunningMinutes, RestartLimit) = (job.Priority, job.MaxRunningMinutes, job.RestartLimit);
        Pods = [.. job.Pods.Select(pod => new PodView(pod.Id, pod.Uid, pod.Type, pod.StatusWord, pod.StartedAt, pod.FinishedAt))];
        (Timeline, Operations) = (StateView.Of(detail.Timeline), [.. detail.Operations.Select(OperationView.From)]);
        Prices = [.. detail.Basis.Select(PriceView.From)];
    }

    /// <summary>A finer word than the status, such as Restarting.</summary>
    public string? SubStatus { get; }
    /// <summary>Why it is in its state, where the cloud says.</summary>
    public ReasonView? Reason { get; }
    /// <summary>Name of the workspace.</summary>
    public string? WorkspaceName { get; }
    /// <summary>What every pod runs.</summary>
    public string Command { get; }
    /// <summary>Its roles.</summary>
    public IReadOnlyList<JobRole> Roles { get; }
    /// <summary>Mounted data.</summary>
    public IReadOnlyList<DataMount> Data { get; }
    /// <summary>Environment variables; of those that look like secrets the name only.</summary>
    public IReadOnlyDictionary<string, string> Env { get; }
    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; }
    /// <summary>1 to 9.</summary>
    public int? Priority { get; }
    /// <summary>Stopped after this many minutes.</summary>
    public long? MaxRunningMinutes { get; }
    /// <summary>How often it may restart, where the cloud says.</summary>
    public int? RestartLimit { get; }
    /// <summary>Its pods as last observed.</summary>
    public IReadOnlyList<PodView> Pods { get; }
    /// <summary>How it got here, oldest first.</summary>
    public IReadOnlyList<StateView> Timeline { get; }
    /// <summary>Commands for it, newest first.</summary>
    public IReadOnlyList<OperationView> Operations { get; }
    /// <summary>The prices behind the rate, one for each SKU that has one.</summary>
    public IReadOnlyList<PriceView> Prices { get; }
}

/// <summary>A pod of a job.</summary>
/// <param name="Id">PodId.</param>
/// <param name="Uid">Tells one attempt from the next.</param>
/// <param name="Type">Role.</param>
/// <param name="Status">The cloud's word.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="FinishedAt">When it finished.</param>
public sealed record PodView(string Id, string? Uid, string? Type, string? Status, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt);

/// <summary>The newest log lines of one pod, read from the cloud now.</summary>
/// <param name="Pod">Whose lines these are.</param>
/// <param name="Pods">The pods that the job has.</param>
/// <param name="Lines">Oldest first, as the cloud keeps them.</param>
public sealed record LogView(string Pod, IReadOnlyList<string> Pods, IReadOnlyList<string> Lines);
