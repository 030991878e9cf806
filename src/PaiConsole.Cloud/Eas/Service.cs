namespace PaiConsole.Cloud.Eas;

/// <summary>A model service, as DescribeService and ListServices describe it (endpoints and token come with DescribeService only).</summary>
public sealed record Service : PaiAnswer
{
    /// <summary>Name, unique in the region; paths use it.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Id, for example <c>eas-m-…</c>.</summary>
    public string? ServiceId { get; init; }

    /// <summary>The same id.</summary>
    public string? ServiceUid { get; init; }

    /// <summary>Raw status word, for example <c>Running</c>; an open set.</summary>
    public string? Status { get; init; }

    /// <summary>Finer state, for example <c>RUNNING</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>State in words.</summary>
    public string? Message { get; init; }

    /// <summary>Region; the cluster id of paths.</summary>
    public string? Region { get; init; }

    /// <summary>Namespace of its pods.</summary>
    public string? Namespace { get; init; }

    /// <summary>Workspace it belongs to.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>Account id of the owner.</summary>
    public string? CallerUid { get; init; }

    /// <summary>Account id of the tenant.</summary>
    public string? ParentUid { get; init; }

    /// <summary>Its service JSON document, as a string.</summary>
    public string? ServiceConfig { get; init; }

    /// <summary>Traffic group it belongs to.</summary>
    public string? ServiceGroup { get; init; }

    /// <summary><c>standalone</c> or <c>grouping</c>.</summary>
    public string? TrafficState { get; init; }

    /// <summary>Weight within its group, -1 to 1000; relative, no percentage.</summary>
    public int? Weight { get; init; }

    /// <summary>Replicas wanted.</summary>
    public int? TotalInstance { get; init; }

    /// <summary>Replicas ready.</summary>
    public int? RunningInstance { get; init; }

    /// <summary>Replicas coming up.</summary>
    public int? PendingInstance { get; init; }

    /// <summary>Version that serves.</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>Newest version.</summary>
    public int? LatestVersion { get; init; }

    /// <summary>Cores per replica.</summary>
    public int? Cpu { get; init; }

    /// <summary>Memory per replica in MB.</summary>
    public int? Memory { get; init; }

    /// <summary>GPUs per replica.</summary>
    public int? Gpu { get; init; }

    /// <summary>GPU memory per replica in GB, when shared.</summary>
    public int? GPUMemory { get; init; }

    /// <summary>Share of a GPU's cores per replica in percent, when shared.</summary>
    public int? GPUCorePercentage { get; init; }

    /// <summary>Image address.</summary>
    public string? Image { get; init; }

    /// <summary>Resource group; <c>public</c> for public resources.</summary>
    public string? Resource { get; init; }

    /// <summary>Name of that resource group.</summary>
    public string? ResourceAlias { get; init; }

    /// <summary>May spill over to public resources.</summary>
    public bool? ResourceBurstable { get; init; }

    /// <summary>Resource quota.</summary>
    public string? QuotaId { get; init; }

    /// <summary>Replicas per kind of resource.</summary>
    public InstanceCountInResource? InstanceCountInResource { get; init; }

    /// <summary>Has an autoscaler.</summary>
    public bool? AutoscalerEnabled { get; init; }

    /// <summary>Has timed scaling.</summary>
    public bool? CronscalerEnabled { get; init; }

    /// <summary><c>all</c>, <c>dangerous</c> or <c>none</c>.</summary>
    public string? SafetyLock { get; init; }

    /// <summary>Kind of workload.</summary>
    public string? WorkloadType { get; init; }

    /// <summary>Role within a composite service.</summary>
    public string? Role { get; init; }

    /// <summary>Attributes of that role.</summary>
    public string? RoleAttrs { get; init; }

    /// <summary>What made it.</summary>
    public string? Source { get; init; }

    /// <summary>Kind of application.</summary>
    public string? AppType { get; init; }

    /// <summary>Specification of the application.</summary>
    public string? AppSpecName { get; init; }

    /// <summary>Version of the application.</summary>
    public string? AppVersion { get; init; }

    /// <summary>Further facts, a JSON document as a string.</summary>
    public string? ExtraData { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<ServiceLabel>? Labels { get; init; }

    /// <summary>Dedicated gateway.</summary>
    public string? Gateway { get; init; }

    /// <summary>Public address.</summary>
    public string? InternetEndpoint { get; init; }

    /// <summary>Address within the VPC.</summary>
    public string? IntranetEndpoint { get; init; }

    /// <summary>Second public address.</summary>
    public string? SecondaryInternetEndpoint { get; init; }

    /// <summary>Second address within the VPC.</summary>
    public string? SecondaryIntranetEndpoint { get; init; }

    /// <summary>Token of the data plane; a secret.</summary>
    public string? AccessToken { get; init; }

    /// <summary>Created.</summary>
    public DateTimeOffset? CreateTime { get; init; }

    /// <summary>Last changed.</summary>
    public DateTimeOffset? UpdateTime { get; init; }

    /// <inheritdoc/>

    public override string ToString() => $"Service {ServiceName} {Status}";
}

/// <summary>Replicas per kind of resource.</summary>
public sealed record InstanceCountInResource
{
    /// <summary>On dedicated resources.</summary>
    public int? Dedicated { get; init; }

    /// <summary>On public resources.</summary>
    public int? Public { get; init; }

    /// <summary>In a quota.</summary>
    public int? Quota { get; init; }
}

/// <summary>A label as EAS reads it back.</summary>
public sealed record ServiceLabel
{
    /// <summary>Key.</summary>
    public string? LabelKey { get; init; }

    /// <summary>Value.</summary>
    public string? LabelValue { get; init; }
}
