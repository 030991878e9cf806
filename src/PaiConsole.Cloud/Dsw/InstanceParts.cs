using System.Text.Json.Serialization;

namespace PaiConsole.Cloud.Dsw;

/// <summary>CPU, memory and GPU asked of a resource quota. All are strings on the wire.</summary>
public sealed record RequestedResource
{
    /// <summary>Cores.</summary>
    public string? CPU { get; init; }

    /// <summary>Memory in GiB.</summary>
    public string? Memory { get; init; }

    /// <summary>Shared memory in GiB.</summary>
    public string? SharedMemory { get; init; }

    /// <summary>Number of GPUs.</summary>
    public string? GPU { get; init; }

    /// <summary>GPU model, for example <c>A10</c>.</summary>
    public string? GPUType { get; init; }
}

/// <summary>An image saved from an instance.</summary>
public sealed record InstanceSnapshot
{
    /// <summary>Image id.</summary>
    public string? ImageId { get; init; }

    /// <summary>Image name.</summary>
    public string? ImageName { get; init; }

    /// <summary>Image address.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Repository the image was pushed to.</summary>
    public string? RepositoryUrl { get; init; }

    /// <summary><c>Committing</c>, <c>Pushing</c>, <c>Saved</c>, <c>Failed</c>; an open set.</summary>
    public string? Status { get; init; }

    /// <summary>Why it failed, as a code.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Why it failed, in words.</summary>
    public string? ReasonMessage { get; init; }

    /// <summary>When saving began.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? GmtModifiedTime { get; init; }
}

/// <summary>Storage mounted into an instance.</summary>
public sealed record InstanceDataset
{
    /// <summary>Registered dataset; or <see cref="Uri"/> for a direct mount.</summary>
    public string? DatasetId { get; init; }

    /// <summary>Version of the dataset.</summary>
    public string? DatasetVersion { get; init; }

    /// <summary>Direct mount, for example <c>oss://bucket.oss-cn-shanghai-internal.aliyuncs.com/path/</c>.</summary>
    public string? Uri { get; init; }

    /// <summary>Where it appears in the instance.</summary>
    public string? MountPath { get; init; }

    /// <summary><c>RO</c> or <c>RW</c>.</summary>
    public string? MountAccess { get; init; }

    /// <summary>Access the owner really has.</summary>
    public string? ActualMountAccess { get; init; }

    /// <summary>Mounted while running.</summary>
    public bool? Dynamic { get; init; }

    /// <summary>Mount options, a JSON document.</summary>
    public string? Options { get; init; }

    /// <summary>Preset of mount options.</summary>
    public string? OptionType { get; init; }
}

/// <summary>A disk attached to an instance.</summary>
public sealed record CloudDisk
{
    /// <summary><c>rootfs</c> for the system disk.</summary>
    public string? SubType { get; init; }

    /// <summary>Size, for example <c>100Gi</c>.</summary>
    public string? Capacity { get; init; }

    /// <summary>Where it appears.</summary>
    public string? MountPath { get; init; }

    /// <summary>Path on the disk.</summary>
    public string? Path { get; init; }

    /// <summary>Usage, when reported.</summary>
    public CloudDiskStatus? Status { get; init; }
}

/// <summary>Usage of a disk in bytes.</summary>
public sealed record CloudDiskStatus
{
    /// <summary>Free bytes.</summary>
    public long? Available { get; init; }

    /// <summary>Size in bytes.</summary>
    public long? Capacity { get; init; }

    /// <summary>Used bytes.</summary>
    public long? Usage { get; init; }
}

/// <summary>A key and a value.</summary>
public sealed record Label
{
    /// <summary>Key.</summary>
    public string? Key { get; init; }

    /// <summary>Value.</summary>
    public string? Value { get; init; }
}

/// <summary>A resource tag as DSW reads it back.</summary>
public sealed record InstanceTag
{
    /// <summary>Key.</summary>
    public string? TagKey { get; init; }

    /// <summary>Value.</summary>
    public string? TagValue { get; init; }
}

/// <summary>An address of the instance's pod.</summary>
public sealed record PodIp
{
    /// <summary>Network interface.</summary>
    public string? InterfaceName { get; init; }

    /// <summary>Address.</summary>
    public string? Ip { get; init; }

    /// <summary>Kind of address.</summary>
    public string? Type { get; init; }
}

/// <summary>The network an instance is attached to.</summary>
public sealed record UserVpc
{
    /// <summary>VPC.</summary>
    public string? VpcId { get; init; }

    /// <summary>VSwitch.</summary>
    public string? VSwitchId { get; init; }

    /// <summary>Security group.</summary>
    public string? SecurityGroupId { get; init; }

    /// <summary><c>eth0</c> or <c>eth1</c>.</summary>
    public string? DefaultRoute { get; init; }

    /// <summary>Extra address ranges routed to the VPC.</summary>
    public IReadOnlyList<string>? ExtendedCIDRs { get; init; }

    /// <summary>Address in the VPC (answers only).</summary>
    public string? Ip { get; init; }
}

/// <summary>State of the automatic move away from a broken node.</summary>
public sealed record NodeErrorRecovery
{
    /// <summary>The node has a fault.</summary>
    [JsonPropertyName("hasNodeError")]
    public bool? HasNodeError { get; init; }

    /// <summary>Moves by itself.</summary>
    [JsonPropertyName("enableAutoSwitchOnNodeError")]
    public bool? EnableAutoSwitchOnNodeError { get; init; }

    /// <summary>Seconds until it moves.</summary>
    [JsonPropertyName("autoSwitchCountdownSeconds")]
    public long? AutoSwitchCountdownSeconds { get; init; }
}

/// <summary>Bid for spot capacity; all strings on the wire.</summary>
public sealed record SpotSpec
{
    /// <summary><c>SpotWithPriceLimit</c> or <c>SpotAsPriceGo</c>.</summary>
    public string? SpotStrategy { get; init; }

    /// <summary>Highest fraction of the list price.</summary>
    public string? SpotDiscountLimit { get; init; }

    /// <summary>Highest price per hour.</summary>
    public string? SpotPriceLimit { get; init; }

    /// <summary>Protected hours.</summary>
    public string? SpotDuration { get; init; }
}

/// <summary>Commands DSW runs for the user.</summary>
public sealed record UserCommand
{
    /// <summary>Run at each start.</summary>
    public UserCommandContent? OnStart { get; init; }
}

/// <summary>Text of a command.</summary>
public sealed record UserCommandContent
{
    /// <summary>Shell script.</summary>
    public string? Content { get; init; }
}
