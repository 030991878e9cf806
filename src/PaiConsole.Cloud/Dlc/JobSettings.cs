using System.Text.Json;

namespace PaiConsole.Cloud.Dlc;

/// <summary>Further settings of a job.</summary>
public sealed record JobSettings
{
    /// <summary>Tags; ListJobs can filter by them.</summary>
    public IReadOnlyDictionary<string, string>? Tags { get; init; }

    /// <summary>Program that made the job.</summary>
    public string? Caller { get; init; }

    /// <summary>User on whose behalf it was made.</summary>
    public string? BusinessUserId { get; init; }

    /// <summary>Pipeline it belongs to.</summary>
    public string? PipelineId { get; init; }

    /// <summary>GPU driver version.</summary>
    public string? Driver { get; init; }

    /// <summary>Shell the command runs in.</summary>
    public string? Shell { get; init; }

    /// <summary>Whether it may use idle resources of others.</summary>
    public string? OversoldType { get; init; }

    /// <summary>RDMA network.</summary>
    public bool? EnableRDMA { get; init; }

    /// <summary>Use tidal resources.</summary>
    public bool? EnableTideResource { get; init; }

    /// <summary>Fault detection with automatic restart.</summary>
    public bool? EnableErrorMonitoringInAIMaster { get; init; }

    /// <summary>Arguments of that detection.</summary>
    public string? ErrorMonitoringArgs { get; init; }

    /// <summary>Check nodes before running.</summary>
    public bool? EnableSanityCheck { get; init; }

    /// <summary>Arguments of that check.</summary>
    public string? SanityCheckArgs { get; init; }

    /// <summary>Allow appending on OSS mounts.</summary>
    public bool? EnableOssAppend { get; init; }

    /// <summary>Pin to cores.</summary>
    public bool? EnableCPUAffinity { get; init; }

    /// <summary>Open to notebooks for development.</summary>
    public bool? EnableDSWDev { get; init; }

    /// <summary>Submit without looking at stock.</summary>
    public bool? DisableEcsStockCheck { get; init; }

    /// <summary>Most restarts of an elastic spot job.</summary>
    public int? ElasticSpotJobMaxRestartTimes { get; init; }

    /// <summary>Whether pods are kept after the end, for example <c>Always</c>.</summary>
    public string? JobReservedPolicy { get; init; }

    /// <summary>For how many minutes.</summary>
    public int? JobReservedMinutes { get; init; }

    /// <summary>Seconds between the signal and the kill at a stop.</summary>
    public long? TerminationGracePeriodSeconds { get; init; }

    /// <summary>Settings without a documented schema.</summary>
    public IReadOnlyDictionary<string, JsonElement>? AdvancedSettings { get; init; }
}

/// <summary>Elastic training of a job.</summary>
public sealed record JobElasticSpec
{
    /// <summary>On.</summary>
    public bool? EnableElasticTraining { get; init; }

    /// <summary>Fewest workers.</summary>
    public int? MinParallelism { get; init; }

    /// <summary>Most workers.</summary>
    public int? MaxParallelism { get; init; }

    /// <summary>Strategy.</summary>
    public string? ElasticStrategy { get; init; }

    /// <summary>With a controlling master.</summary>
    public bool? EnableAIMaster { get; init; }

    /// <summary>Kind of master.</summary>
    public string? AIMasterType { get; init; }
}
