namespace PaiConsole.Cloud.Dlc;

/// <summary>A training job, as GetJob and ListJobs describe it (a list leaves some fields out, GetJob others).</summary>
public sealed record Job : PaiAnswer
{
    /// <summary>Id, for example <c>dlc1vgzj0k4y5l8w</c>.</summary>
    public string? JobId { get; init; }

    /// <summary>Name given by its creator; not unique.</summary>
    public string? DisplayName { get; init; }

    /// <summary><c>PyTorchJob</c>, <c>TFJob</c>, <c>RayJob</c>, …; case-sensitive.</summary>
    public string? JobType { get; init; }

    /// <summary>Raw status word, for example <c>Running</c>; an open set.</summary>
    public string? Status { get; init; }

    /// <summary>Finer state, for example <c>Restarting</c>.</summary>
    public string? SubStatus { get; init; }

    /// <summary>Why it is in this status, as a code.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why it is in this status, in words.</summary>
    public string? ReasonMessage { get; init; }

    /// <summary>Workspace it belongs to.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Name of that workspace.</summary>
    public string? WorkspaceName { get; init; }

    /// <summary>Account id of the owner.</summary>
    public string? UserId { get; init; }

    /// <summary>Name of the owner (lists only).</summary>
    public string? Username { get; init; }

    /// <summary>Account id of the tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary><c>PRIVATE</c> or <c>PUBLIC</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary>Free text.</summary>
    public string? Description { get; init; }

    /// <summary>Roles: type, count, instance type, image.</summary>
    public IReadOnlyList<JobSpec>? JobSpecs { get; init; }

    /// <summary>Command every role runs.</summary>
    public string? UserCommand { get; init; }

    /// <summary>Directory it runs in.</summary>
    public string? WorkingDir { get; init; }

    /// <summary>Environment variables; may hold secrets.</summary>
    public IReadOnlyDictionary<string, string>? Envs { get; init; }

    /// <summary>Code mounted into the pods.</summary>
    public CodeSource? CodeSource { get; init; }

    /// <summary>Mounted storage.</summary>
    public IReadOnlyList<DataSource>? DataSources { get; init; }

    /// <summary>Network it is attached to.</summary>
    public JobVpc? UserVpc { get; init; }

    /// <summary>1 (lowest) to 9.</summary>
    public int? Priority { get; init; }

    /// <summary>Resource quota; empty on public resources.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Name of that quota.</summary>
    public string? ResourceName { get; init; }

    /// <summary>Name of that quota, as lists call it.</summary>
    public string? ResourceQuotaName { get; init; }

    /// <summary><c>ECS</c> or <c>Lingjun</c>.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Level of the resource within the quota.</summary>
    public string? ResourceLevel { get; init; }

    /// <summary>Cluster it runs in.</summary>
    public string? ClusterId { get; init; }

    /// <summary>Number of nodes; a string on the wire.</summary>
    public string? NodeCount { get; init; }

    /// <summary>Nodes it runs on.</summary>
    public IReadOnlyList<string>? NodeNames { get; init; }

    /// <summary>Cores asked in all.</summary>
    public long? RequestCPU { get; init; }

    /// <summary>GPUs asked in all; a string on the wire.</summary>
    public string? RequestGPU { get; init; }

    /// <summary>Memory asked in all, for example <c>64Gi</c>.</summary>
    public string? RequestMemory { get; init; }

    /// <summary>Seconds it has taken so far.</summary>
    public long? Duration { get; init; }

    /// <summary>Created.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>Submitted to the scheduler.</summary>
    public DateTimeOffset? GmtSubmittedTime { get; init; }

    /// <summary>Began to run.</summary>
    public DateTimeOffset? GmtRunningTime { get; init; }

    /// <summary>Ended, whatever the end.</summary>
    public DateTimeOffset? GmtFinishTime { get; init; }

    /// <summary>Ended well (the wire spells it so).</summary>
    public DateTimeOffset? GmtSuccessedTime { get; init; }

    /// <summary>Failed.</summary>
    public DateTimeOffset? GmtFailedTime { get; init; }

    /// <summary>Was stopped.</summary>
    public DateTimeOffset? GmtStoppedTime { get; init; }

    /// <summary>Last changed (lists only).</summary>
    public DateTimeOffset? GmtModifiedTime { get; init; }

    /// <summary>Stopped by the cloud after so many minutes.</summary>
    public long? JobMaxRunningTimeMinutes { get; init; }

    /// <summary>Restarts so far, as <c>1</c> or <c>1/10</c> (done/limit); a string on the wire.</summary>
    public string? RestartTimes { get; init; }

    /// <summary>Retries so far (lists only).</summary>
    public int? RetryCount { get; init; }

    /// <summary>Each restart and its cause (GetJob only).</summary>
    public IReadOnlyList<RestartRecord>? RestartRecord { get; init; }

    /// <summary>Statuses it went through.</summary>
    public IReadOnlyList<StatusTransition>? StatusHistory { get; init; }

    /// <summary>Its pods, with the attempts they replaced.</summary>
    public IReadOnlyList<Pod>? Pods { get; init; }

    /// <summary>Active and queuing replicas per role.</summary>
    public IReadOnlyList<JobReplicaStatus>? JobReplicaStatuses { get; init; }

    /// <summary>Further settings, tags among them.</summary>
    public JobSettings? Settings { get; init; }

    /// <summary>Elastic training.</summary>
    public JobElasticSpec? ElasticSpec { get; init; }

    /// <summary>How the quota schedules it.</summary>
    public string? SchedulingStrategy { get; init; }

    /// <summary>Python packages installed first.</summary>
    public IReadOnlyList<string>? ThirdpartyLibs { get; init; }

    /// <summary>Directory with a requirements file.</summary>
    public string? ThirdpartyLibDir { get; init; }

    /// <summary>Runs on idle resources of others.</summary>
    public bool? UseOversoldResource { get; init; }

    /// <summary>May be pre-empted.</summary>
    public bool? EnablePreemptibleJob { get; init; }

    /// <summary>Debugger attached.</summary>
    public bool? EnabledDebugger { get; init; }

    /// <summary>Deleted, and still listed.</summary>
    public bool? IsDeleted { get; init; }

    /// <summary>Template it was made from.</summary>
    public string? TemplateId { get; init; }

    /// <summary>Name of that template.</summary>
    public string? TemplateName { get; init; }

    /// <inheritdoc/>

    public override string ToString() => $"Job {JobId} {DisplayName} {Status}";
}
