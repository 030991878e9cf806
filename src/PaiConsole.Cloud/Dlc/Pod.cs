namespace PaiConsole.Cloud.Dlc;

/// <summary>A pod of a job. A replaced pod keeps <see cref="PodId"/> and gets a new <see cref="PodUid"/>.</summary>
public sealed record Pod
{
    /// <summary>Name, stable across attempts.</summary>
    public string? PodId { get; init; }

    /// <summary>Id of this attempt.</summary>
    public string? PodUid { get; init; }

    /// <summary>Role.</summary>
    public string? Type { get; init; }

    /// <summary>Raw status word.</summary>
    public string? Status { get; init; }

    /// <summary>Finer state.</summary>
    public string? SubStatus { get; init; }

    /// <summary>Address (GetJob).</summary>
    public string? Ip { get; init; }

    /// <summary>Address (lists).</summary>
    public string? PodIp { get; init; }

    /// <summary>Addresses per interface.</summary>
    public IReadOnlyList<PodNetworkInterface>? PodIps { get; init; }

    /// <summary>Node it runs on.</summary>
    public string? NodeName { get; init; }

    /// <summary>Kind of resource.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Created.</summary>
    public DateTimeOffset? GmtCreateTime { get; init; }

    /// <summary>Started.</summary>
    public DateTimeOffset? GmtStartTime { get; init; }

    /// <summary>Ended.</summary>
    public DateTimeOffset? GmtFinishTime { get; init; }

    /// <summary>Seconds it ran.</summary>
    public double? Duration { get; init; }

    /// <summary>Earlier attempts.</summary>
    public IReadOnlyList<Pod>? HistoryPods { get; init; }
}

/// <summary>An address of a pod.</summary>
public sealed record PodNetworkInterface
{
    /// <summary>Network interface.</summary>
    public string? InterfaceName { get; init; }

    /// <summary>Address.</summary>
    public string? Ip { get; init; }
}
