namespace PaiConsole.Cloud.Dlc;

/// <summary>Body of CreateJob. The call has no client token: a repeat makes a second job.</summary>
public sealed record CreateJobRequest
{
    /// <summary>Name.</summary>
    public required string DisplayName { get; init; }

    /// <summary><c>PyTorchJob</c>, <c>TFJob</c>, …; case-sensitive.</summary>
    public required string JobType { get; init; }

    /// <summary>Roles.</summary>
    public required IReadOnlyList<JobSpec> JobSpecs { get; init; }

    /// <summary>Command every role runs.</summary>
    public required string UserCommand { get; init; }

    /// <summary>Workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Resource quota; public resources when null.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary><c>PRIVATE</c> or <c>PUBLIC</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary>1 (lowest) to 9.</summary>
    public int? Priority { get; init; }

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string>? Envs { get; init; }

    /// <summary>Code to mount.</summary>
    public CodeSource? CodeSource { get; init; }

    /// <summary>Storage to mount.</summary>
    public IReadOnlyList<DataSource>? DataSources { get; init; }

    /// <summary>Network.</summary>
    public UserVpc? UserVpc { get; init; }

    /// <summary>Stop after so many minutes.</summary>
    public long? JobMaxRunningTimeMinutes { get; init; }

    /// <summary>Further settings, tags among them.</summary>
    public JobSettings? Settings { get; init; }

    /// <summary>Elastic training.</summary>
    public JobElasticSpec? ElasticSpec { get; init; }

    /// <summary><c>AllWorkers</c> or <c>ChiefWorker</c> (TFJob).</summary>
    public string? SuccessPolicy { get; init; }

    /// <summary>How the quota schedules it.</summary>
    public string? SchedulingStrategy { get; init; }

    /// <summary>Python packages to install first.</summary>
    public IReadOnlyList<string>? ThirdpartyLibs { get; init; }

    /// <summary>Directory with a requirements file.</summary>
    public string? ThirdpartyLibDir { get; init; }

    /// <summary>Extra options, a JSON document.</summary>
    public string? Options { get; init; }

    /// <inheritdoc/>

    public override string ToString() => $"CreateJobRequest {DisplayName} {JobType}";
}

/// <summary>Body of UpdateJob: null leaves a thing as it is.</summary>
public sealed record UpdateJobRequest
{
    /// <summary>1 (lowest) to 9.</summary>
    public int? Priority { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Can only be raised to <c>PUBLIC</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary>New size of an elastic job.</summary>
    public IReadOnlyList<JobSpec>? JobSpecs { get; init; }
}

/// <summary>Answer of the operations that change a job.</summary>
public sealed record JobAnswer : PaiAnswer
{
    /// <summary>The job.</summary>
    public string? JobId { get; init; }
}
