using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Jobs;

/// <summary>A DLC job as last observed (ListJobs, GetJob).</summary>
public sealed record TrainingJob
{
    /// <summary>JobId, such as <c>dlc1vgzj0k4y5l8w</c>.</summary>
    public required string Id { get; init; }
    /// <summary>DisplayName; not unique.</summary>
    public required string Name { get; init; }
    /// <summary>JobType word: PyTorchJob, TFJob, MPIJob, ElasticBatchJob, XGBoostJob, RayJob …</summary>
    public required string Type { get; init; }
    /// <summary>The status as this version understands it.</summary>
    public required JobStatus Status { get; init; }
    /// <summary>The cloud's own word.</summary>
    public required string StatusWord { get; init; }
    /// <summary>SubStatus: a finer word, such as Restarting.</summary>
    public string? SubStatus { get; init; }
    /// <summary>ReasonCode and ReasonMessage.</summary>
    public Reason? Reason { get; init; }
    /// <summary>UserId and Username.</summary>
    public Owner Owner { get; init; } = Owner.Nobody;
    /// <summary>WorkspaceId.</summary>
    public string? WorkspaceId { get; init; }
    /// <summary>WorkspaceName.</summary>
    public string? WorkspaceName { get; init; }
    /// <summary>JobSpecs: a role each.</summary>
    public IReadOnlyList<JobRole> Roles { get; init; } = [];
    /// <summary>UserCommand.</summary>
    public string Command { get; init; } = "";
    /// <summary>Envs.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>DataSources.</summary>
    public IReadOnlyList<DataMount> Mounts { get; init; } = [];
    /// <summary>Settings.Tags.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>CodeSource; null where there is none, or where it is no registered code set.</summary>
    public JobCode? Code { get; init; }
    /// <summary>Priority, 1 to 9.</summary>
    public int? Priority { get; init; }
    /// <summary>JobMaxRunningTimeMinutes.</summary>
    public long? MaxRunningMinutes { get; init; }
    /// <summary>Restarts so far (the first number of RestartTimes, or RetryCount).</summary>
    public int Restarts { get; init; }
    /// <summary>The limit (the second number of RestartTimes), where the cloud gives one.</summary>
    public int? RestartLimit { get; init; }
    /// <summary>GmtCreateTime.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
    /// <summary>GmtRunningTime.</summary>
    public DateTimeOffset? RunningAt { get; init; }
    /// <summary>GmtFinishTime.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
    /// <summary>GmtModifiedTime (ListJobs only).</summary>
    public DateTimeOffset? ModifiedAt { get; init; }
    /// <summary>Duration: how long it has run so far.</summary>
    public TimeSpan? Ran { get; init; }
    /// <summary>StatusHistory, oldest first.</summary>
    public IReadOnlyList<JobTransition> History { get; init; } = [];
    /// <summary>Pods.</summary>
    public IReadOnlyList<JobPod> Pods { get; init; } = [];

    /// <summary>How many machines it holds while running.</summary>
    public long Nodes => Roles.Sum(role => role.Count);
}

/// <summary>One entry of JobSpecs.</summary>
/// <param name="Type">Role: Master, Worker, Chief, PS …</param>
/// <param name="Count">PodCount.</param>
/// <param name="Sku">EcsSpec; null on a quota.</param>
/// <param name="Image">Image.</param>
/// <param name="IsSpot">SpotSpec or ElasticSpotSpecs is present.</param>
public sealed record JobRole(string Type, long Count, string? Sku, string? Image, bool IsSpot)
{
    /// <summary>SpotSpec's limits; null on demand, and where no limit is told.</summary>
    public SpotTerms? Spot { get; init; }
    /// <summary>RestartPolicy, as the cloud names it.</summary>
    public string? RestartPolicy { get; init; }
}

/// <summary>One entry of StatusHistory.</summary>
public sealed record JobTransition(string StatusWord, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, Reason? Reason);

/// <summary>One entry of Pods; a replaced attempt keeps the id and gets a new uid.</summary>
public sealed record JobPod(
    string Id, string? Uid, string? Type, string? StatusWord, string? Ip,
    DateTimeOffset? CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<JobPod> Earlier);
