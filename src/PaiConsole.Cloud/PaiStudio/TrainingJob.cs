namespace PaiConsole.Cloud.PaiStudio;

/// <summary>A training job, as GetTrainingJob and ListTrainingJobs describe it (each leaves some fields out).</summary>
public sealed record TrainingJob : PaiAnswer
{
    /// <summary>Id, for example <c>train1layo6js8ra</c>.</summary>
    public string? TrainingJobId { get; init; }

    /// <summary>Name given by its creator; not unique.</summary>
    public string? TrainingJobName { get; init; }

    /// <summary>Free text.</summary>
    public string? TrainingJobDescription { get; init; }

    /// <summary>DLC job that does the work (lists only).</summary>
    public string? DlcJobId { get; init; }

    /// <summary>Raw status word, for example <c>Running</c>; success is spelt <c>Succeed</c>. An open set.</summary>
    public string? Status { get; init; }

    /// <summary>Why it is in this status, as a code.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why it is in this status, in words.</summary>
    public string? ReasonMessage { get; init; }

    /// <summary>Statuses it went through.</summary>
    public IReadOnlyList<TrainingTransition>? StatusTransitions { get; init; }

    /// <summary>Workspace it belongs to.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Account id of the owner.</summary>
    public string? UserId { get; init; }

    /// <summary>Registered algorithm.</summary>
    public string? AlgorithmName { get; init; }

    /// <summary>Who registered it.</summary>
    public string? AlgorithmProvider { get; init; }

    /// <summary>Its version.</summary>
    public string? AlgorithmVersion { get; init; }

    /// <summary>The program was sent with the job and is not registered.</summary>
    public bool? IsTempAlgo { get; init; }

    /// <summary>The program (GetTrainingJob only).</summary>
    public AlgorithmSpec? AlgorithmSpec { get; init; }

    /// <summary>Machines.</summary>
    public TrainingResource? ComputeResource { get; init; }

    /// <summary>Hyperparameters.</summary>
    public IReadOnlyList<HyperParameter>? HyperParameters { get; init; }

    /// <summary>Data it reads.</summary>
    public IReadOnlyList<InputChannel>? InputChannels { get; init; }

    /// <summary>Places it writes to.</summary>
    public IReadOnlyList<OutputChannel>? OutputChannels { get; init; }

    /// <summary>Model it made (GetTrainingJob only).</summary>
    public OutputModel? OutputModel { get; init; }

    /// <summary>Environment variables; may hold secrets.</summary>
    public IReadOnlyDictionary<string, string>? Environments { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<TrainingLabel>? Labels { get; init; }

    /// <summary>Longest running time.</summary>
    public TrainingScheduler? Scheduler { get; init; }

    /// <summary>1 (lowest) to 9.</summary>
    public int? Priority { get; init; }

    /// <summary>Seconds it has run (GetTrainingJob only).</summary>
    public long? Duration { get; init; }

    /// <summary>Its instances (GetTrainingJob only).</summary>
    public IReadOnlyList<TrainingInstance>? Instances { get; init; }

    /// <summary>Last value of each figure (GetTrainingJob only).</summary>
    public IReadOnlyList<TrainingMetric>? LatestMetrics { get; init; }

    /// <summary>How far it is (GetTrainingJob only).</summary>
    public TrainingProgress? LatestProgress { get; init; }

    /// <summary>Created.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>Last changed.</summary>
    public DateTimeOffset? GmtModifiedTime { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"TrainingJob {TrainingJobId} {TrainingJobName} {Status}";
}

/// <summary>A status a training job was in.</summary>
public sealed record TrainingTransition
{
    /// <summary>Raw status word.</summary>
    public string? Status { get; init; }

    /// <summary>Since.</summary>
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until; null for the present one.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>Why, as a code.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why, in words.</summary>
    public string? ReasonMessage { get; init; }
}

/// <summary>One instance of a training job.</summary>
public sealed record TrainingInstance
{
    /// <summary>Name, for example <c>train1oug3yehan4-master-0</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Role.</summary>
    public string? Role { get; init; }

    /// <summary>Raw status word.</summary>
    public string? Status { get; init; }
}

/// <summary>Model a training job made.</summary>
public sealed record OutputModel
{
    /// <summary>Channel it was written to.</summary>
    public string? OutputChannelName { get; init; }

    /// <summary>Place.</summary>
    public string? Uri { get; init; }
}

/// <summary>How far a training is.</summary>
public sealed record TrainingProgress
{
    /// <summary>Fraction done, 0 to 1.</summary>
    public ProgressValue? OverallProgress { get; init; }

    /// <summary>Seconds left.</summary>
    public ProgressValue? RemainingTime { get; init; }
}

/// <summary>A figure of progress.</summary>
public sealed record ProgressValue
{
    /// <summary>When it was reported.</summary>
    public DateTimeOffset? Timestamp { get; init; }

    /// <summary>Value.</summary>
    public double? Value { get; init; }
}
