namespace PaiConsole.Cloud.Dlc;

/// <summary>Code mounted into a job's pods.</summary>
public sealed record CodeSource
{
    /// <summary>Registered code source.</summary>
    public string? CodeSourceId { get; init; }

    /// <summary>Branch.</summary>
    public string? Branch { get; init; }

    /// <summary>Commit.</summary>
    public string? Commit { get; init; }

    /// <summary>Where it appears.</summary>
    public string? MountPath { get; init; }

    /// <summary>Whether all pods share one copy.</summary>
    public bool? IsSharedMountPath { get; init; }
}

/// <summary>Storage mounted into a job's pods.</summary>
public sealed record DataSource
{
    /// <summary>Registered dataset; or <see cref="Uri"/> for a direct mount.</summary>
    public string? DataSourceId { get; init; }

    /// <summary>Version of the dataset.</summary>
    public string? DataSourceVersion { get; init; }

    /// <summary>Direct mount, for example <c>oss://bucket.oss-cn-shanghai-internal.aliyuncs.com/path/</c>.</summary>
    public string? Uri { get; init; }

    /// <summary>Where it appears.</summary>
    public string? MountPath { get; init; }

    /// <summary><c>RO</c> or <c>RW</c>.</summary>
    public string? MountAccess { get; init; }

    /// <summary>Mount options, a JSON document.</summary>
    public string? Options { get; init; }

    /// <summary>OSS or NAS access point.</summary>
    public string? AccessPointId { get; init; }

    /// <summary>Cache close to the pods.</summary>
    public bool? EnableCache { get; init; }

    /// <summary>Role used for the mount.</summary>
    public string? RoleChain { get; init; }
}

/// <summary>The network a job is to be attached to.</summary>
public sealed record UserVpc
{
    /// <summary>VPC.</summary>
    public string? VpcId { get; init; }

    /// <summary>VSwitch.</summary>
    public string? SwitchId { get; init; }

    /// <summary>Security group.</summary>
    public string? SecurityGroupId { get; init; }

    /// <summary><c>eth0</c> or <c>eth1</c>.</summary>
    public string? DefaultRoute { get; init; }

    /// <summary>Extra address ranges routed to the VPC.</summary>
    public IReadOnlyList<string>? ExtendedCIDRs { get; init; }
}

/// <summary>The network a job is attached to; answers spell one name differently than requests.</summary>
public sealed record JobVpc
{
    /// <summary>VPC.</summary>
    public string? VpcId { get; init; }

    /// <summary>VSwitch.</summary>
    public string? SwitchId { get; init; }

    /// <summary>Security group.</summary>
    public string? SecurityGroupId { get; init; }

    /// <summary><c>eth0</c> or <c>eth1</c>.</summary>
    public string? DefaultRoute { get; init; }

    /// <summary>Extra address ranges routed to the VPC.</summary>
    public IReadOnlyList<string>? ExtendedCidrs { get; init; }
}

/// <summary>A status a job was in.</summary>
public sealed record StatusTransition
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

/// <summary>Replicas of one role.</summary>
public sealed record JobReplicaStatus
{
    /// <summary>Role.</summary>
    public string? Type { get; init; }

    /// <summary>Running now.</summary>
    public int? Active { get; init; }

    /// <summary>Waiting for resources.</summary>
    public int? Queuing { get; init; }

    /// <summary>Left the queue.</summary>
    public int? Dequeued { get; init; }

    /// <summary>Pods expected.</summary>
    public long? EstimatedPodCount { get; init; }

    /// <summary>Spot type in use.</summary>
    public string? CurrentSpotInstanceType { get; init; }
}

/// <summary>One restart of a job and its cause.</summary>
public sealed record RestartRecord
{
    /// <summary>When the fault occurred.</summary>
    public DateTimeOffset? OccurTime { get; init; }

    /// <summary>Status it occurred in.</summary>
    public string? OccurPhase { get; init; }

    /// <summary>Cause.</summary>
    public string? Reason { get; init; }

    /// <summary>How the restart went.</summary>
    public string? RestartStatus { get; init; }

    /// <summary>What was restarted (job, pod, process).</summary>
    public string? RestartLevelType { get; init; }

    /// <summary>Why the restart failed.</summary>
    public string? RestartFailReason { get; init; }

    /// <summary>Seconds the restart took.</summary>
    public long? RestartDurationInSec { get; init; }

    /// <summary>Number of this restart.</summary>
    public long? JobRestartCount { get; init; }

    /// <summary>Id of the trigger.</summary>
    public string? TriggerID { get; init; }

    /// <summary>Faults found.</summary>
    public IReadOnlyList<RestartError>? DetailErrorInfoList { get; init; }
}

/// <summary>A fault that led to a restart.</summary>
public sealed record RestartError
{
    /// <summary>Code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Text.</summary>
    public string? ErrorMsg { get; init; }

    /// <summary>More text.</summary>
    public string? DetailErrorMsg { get; init; }

    /// <summary>Where it was seen.</summary>
    public string? ErrorSource { get; init; }

    /// <summary>Node concerned.</summary>
    public string? Node { get; init; }

    /// <summary>Pod concerned.</summary>
    public string? Pod { get; init; }

    /// <summary>Led to the restart.</summary>
    public bool? TriggerRestart { get; init; }

    /// <summary>The node is avoided from now on.</summary>
    public bool? AddNodeToBlacklist { get; init; }

    /// <summary>The node is avoided by this job.</summary>
    public bool? AddJobLevelBlacklist { get; init; }
}
