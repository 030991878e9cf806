namespace PaiConsole.Cloud.Dsw;

/// <summary>A notebook instance, as GetInstance and ListInstances describe it (a list leaves some fields out).</summary>
public sealed record Instance : DswAnswer
{
    /// <summary>Name given by its creator; not unique.</summary>
    public string? InstanceName { get; init; }

    /// <summary>Raw status word, for example <c>Running</c>; an open set.</summary>
    public string? Status { get; init; }

    /// <summary>Why it is in this status, as a code.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why it is in this status, in words.</summary>
    public string? ReasonMessage { get; init; }

    /// <summary>ECS instance type for pay-as-you-go, for example <c>ecs.gn7i-c8g1.2xlarge</c>.</summary>
    public string? EcsSpec { get; init; }

    /// <summary><c>CPU</c> or <c>GPU</c>.</summary>
    public string? AcceleratorType { get; init; }

    /// <summary>What was asked of a resource quota; used instead of <see cref="EcsSpec"/>.</summary>
    public RequestedResource? RequestedResource { get; init; }

    /// <summary>Resource quota it runs in; empty on public resources.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Name of that quota.</summary>
    public string? ResourceName { get; init; }

    /// <summary><c>PayAsYouGo</c> or <c>Subscription</c>.</summary>
    public string? PaymentType { get; init; }

    /// <summary>Image id.</summary>
    public string? ImageId { get; init; }

    /// <summary>Image name.</summary>
    public string? ImageName { get; init; }

    /// <summary>Image address in a registry.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Workspace it belongs to.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Name of that workspace.</summary>
    public string? WorkspaceName { get; init; }

    /// <summary>Path opened first in the IDE.</summary>
    public string? WorkspaceSource { get; init; }

    /// <summary>Account id of the owner.</summary>
    public string? UserId { get; init; }

    /// <summary>Name of the owner.</summary>
    public string? UserName { get; init; }

    /// <summary>Account id of the tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary><c>PRIVATE</c> (owner only) or <c>PUBLIC</c> (whole workspace).</summary>
    public string? Accessibility { get; init; }

    /// <summary>Time spent running since creation, in milliseconds.</summary>
    public long? AccumulatedRunningTimeInMs { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset? GmtModifiedTime { get; init; }

    /// <summary>Its idle rule, if it has one.</summary>
    public IdleInstanceCuller? IdleInstanceCuller { get; init; }

    /// <summary>Its shutdown timer, if it has one.</summary>
    public ShutdownTimer? InstanceShutdownTimer { get; init; }

    /// <summary>The newest saved image.</summary>
    public InstanceSnapshot? LatestSnapshot { get; init; }

    /// <summary>Saved images.</summary>
    public IReadOnlyList<InstanceSnapshot>? InstanceSnapshotList { get; init; }

    /// <summary>Console page of the instance.</summary>
    public string? InstanceUrl { get; init; }

    /// <summary>JupyterLab address; null until running.</summary>
    public string? JupyterlabUrl { get; init; }

    /// <summary>Web IDE address; null until running.</summary>
    public string? WebIDEUrl { get; init; }

    /// <summary>Terminal address; null until running.</summary>
    public string? TerminalUrl { get; init; }

    /// <summary>Mounted storage.</summary>
    public IReadOnlyList<InstanceDataset>? Datasets { get; init; }

    /// <summary>Attached disks.</summary>
    public IReadOnlyList<CloudDisk>? CloudDisks { get; init; }

    /// <summary>Environment variables; may hold secrets.</summary>
    public IReadOnlyDictionary<string, string>? EnvironmentVariables { get; init; }

    /// <summary>Labels set at creation.</summary>
    public IReadOnlyList<Label>? Labels { get; init; }

    /// <summary>Resource tags of the account.</summary>
    public IReadOnlyList<InstanceTag>? Tags { get; init; }

    /// <summary>Network it is attached to.</summary>
    public UserVpc? UserVpc { get; init; }

    /// <summary>GPU driver version.</summary>
    public string? Driver { get; init; }

    /// <summary>Priority within a quota, 1 to 9.</summary>
    public long? Priority { get; init; }

    /// <summary>Whether it may use idle resources of others.</summary>
    public string? OversoldType { get; init; }

    /// <summary>Whether it does.</summary>
    public string? OversoldInfo { get; init; }

    /// <summary>Addresses of its pod.</summary>
    public IReadOnlyList<PodIp>? PodIps { get; init; }

    /// <summary>State of its automatic move from a broken node.</summary>
    public NodeErrorRecovery? NodeErrorRecovery { get; init; }

    /// <summary>Path under which the gateway proxies it.</summary>
    public string? ProxyPath { get; init; }

    /// <summary>Id of its start-up command.</summary>
    public string? UserCommandId { get; init; }

    /// <inheritdoc/>

    public override string ToString() => $"Instance {InstanceId} {InstanceName} {Status}";
}
