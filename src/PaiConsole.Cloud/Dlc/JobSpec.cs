namespace PaiConsole.Cloud.Dlc;

/// <summary>One role of a job.</summary>
public sealed record JobSpec
{
    /// <summary><c>Worker</c>, <c>Master</c>, <c>Chief</c>, <c>PS</c>, <c>Evaluator</c>, <c>Head</c>, …</summary>
    public string? Type { get; init; }

    /// <summary>Number of pods.</summary>
    public long? PodCount { get; init; }

    /// <summary>ECS instance type on public resources.</summary>
    public string? EcsSpec { get; init; }

    /// <summary>CPU, memory and GPU of a quota.</summary>
    public ResourceConfig? ResourceConfig { get; init; }

    /// <summary>Image address.</summary>
    public string? Image { get; init; }

    /// <summary>Access to a private registry.</summary>
    public ImageConfig? ImageConfig { get; init; }

    /// <summary><c>Always</c>, <c>Never</c>, <c>OnFailure</c>, <c>ExitCode</c>.</summary>
    public string? RestartPolicy { get; init; }

    /// <summary>Bid for spot capacity.</summary>
    public SpotSpec? SpotSpec { get; init; }

    /// <summary>Spot candidates (other units than <see cref="SpotSpec"/>).</summary>
    public IReadOnlyList<ElasticSpotSpec>? ElasticSpotSpecs { get; init; }

    /// <summary>Obsolete form of a spot wish.</summary>
    public bool? UseSpotInstance { get; init; }

    /// <summary>Elastic number of pods.</summary>
    public AutoScalingSpec? AutoScalingSpec { get; init; }

    /// <summary>Roles that must be up first.</summary>
    public IReadOnlyList<StartupDependency>? StartupDependencies { get; init; }

    /// <summary>System disk.</summary>
    public SystemDisk? SystemDisk { get; init; }

    /// <summary>GPU driver version.</summary>
    public string? Driver { get; init; }

    /// <summary>Quota of this role.</summary>
    public string? QuotaId { get; init; }

    /// <summary>Whether it may use idle resources of others.</summary>
    public string? OversoldType { get; init; }

    /// <summary>This role's first pod leads.</summary>
    public bool? IsChief { get; init; }

    /// <summary>Counts for the job's success.</summary>
    public bool? ConsiderInSuccessPolicy { get; init; }
}

/// <summary>CPU, memory and GPU asked of a quota; all strings on the wire.</summary>
public sealed record ResourceConfig
{
    /// <summary>Cores.</summary>
    public string? CPU { get; init; }

    /// <summary>Memory, for example <c>64Gi</c>.</summary>
    public string? Memory { get; init; }

    /// <summary>Shared memory, for example <c>32Gi</c>.</summary>
    public string? SharedMemory { get; init; }

    /// <summary>Number of GPUs.</summary>
    public string? GPU { get; init; }

    /// <summary>GPU model.</summary>
    public string? GPUType { get; init; }
}

/// <summary>Access to a private registry.</summary>
public sealed record ImageConfig
{
    /// <summary>Registry.</summary>
    public string? DockerRegistry { get; init; }

    /// <summary>User.</summary>
    public string? Username { get; init; }

    /// <summary>Password.</summary>
    public string? Password { get; init; }

    /// <summary>Base64 of <c>user:password</c>.</summary>
    public string? Auth { get; init; }

    /// <inheritdoc/>

    public override string ToString() => $"ImageConfig {DockerRegistry}";
}

/// <summary>Bid for spot capacity: exactly one of the two limits.</summary>
public sealed record SpotSpec
{
    /// <summary><c>SpotWithPriceLimit</c>.</summary>
    public string? SpotStrategy { get; init; }

    /// <summary>Highest fraction of the list price, for example 0.8.</summary>
    public double? SpotDiscountLimit { get; init; }

    /// <summary>Highest price in CNY per minute.</summary>
    public double? SpotPriceLimit { get; init; }
}

/// <summary>A spot candidate of an elastic job.</summary>
public sealed record ElasticSpotSpec
{
    /// <summary>ECS instance type.</summary>
    public string? InstanceType { get; init; }

    /// <summary><c>LowestPrice</c> or <c>CapacityOptimized</c>.</summary>
    public string? SpotStrategy { get; init; }

    /// <summary>Highest share of the list price in percent, for example 90.</summary>
    public double? SpotDiscountLimit { get; init; }

    /// <summary>Highest price per hour.</summary>
    public double? SpotPriceLimit { get; init; }
}

/// <summary>Elastic number of pods of a role.</summary>
public sealed record AutoScalingSpec
{
    /// <summary>Fewest pods.</summary>
    public int? MinReplicas { get; init; }

    /// <summary>Most pods.</summary>
    public int? MaxReplicas { get; init; }

    /// <summary>Strategy.</summary>
    public string? ScalingStrategy { get; init; }

    /// <summary>Pods to remove when shrinking.</summary>
    public IReadOnlyList<string>? PodsToDelete { get; init; }
}

/// <summary>A role that must have come up first.</summary>
public sealed record StartupDependency
{
    /// <summary>Role waited for.</summary>
    public string? Type { get; init; }

    /// <summary>Phase waited for.</summary>
    public string? OnPhase { get; init; }

    /// <summary>How many pods of it; a string on the wire.</summary>
    public string? MinReplicas { get; init; }
}

/// <summary>System disk of a pod.</summary>
public sealed record SystemDisk
{
    /// <summary>Disk category.</summary>
    public string? Category { get; init; }

    /// <summary>Performance level.</summary>
    public string? PerformanceLevel { get; init; }

    /// <summary>GiB.</summary>
    public long? Size { get; init; }
}
