namespace PaiConsole.Cloud.Eas;

/// <summary>Answer of CreateService.</summary>
public sealed record CreateServiceAnswer : PaiAnswer
{
    /// <summary>Id.</summary>
    public string? ServiceId { get; init; }

    /// <summary>Name.</summary>
    public string? ServiceName { get; init; }

    /// <summary>Region.</summary>
    public string? Region { get; init; }

    /// <summary>First status.</summary>
    public string? Status { get; init; }

    /// <summary>Public address.</summary>
    public string? InternetEndpoint { get; init; }

    /// <summary>Address within the VPC.</summary>
    public string? IntranetEndpoint { get; init; }
}

/// <summary>Answer of the operations that change a service or a group.</summary>
public sealed record MessageAnswer : PaiAnswer
{
    /// <summary>What was done, in words.</summary>
    public string? Message { get; init; }
}

/// <summary>Body of ScaleService.</summary>
public sealed record ScaleServiceRequest
{
    /// <summary>Replicas wanted.</summary>
    public required long Instance { get; init; }

    /// <summary>Replicas to remove first when shrinking.</summary>
    public IReadOnlyList<string>? InstancesToDelete { get; init; }
}

/// <summary>Body of ReleaseService.</summary>
public sealed record ReleaseServiceRequest
{
    /// <summary><c>standalone</c> or <c>grouping</c>.</summary>
    public string? TrafficState { get; init; }

    /// <summary>Weight within the group, -1 to 1000; counts only when the group's traffic mode is <c>customized</c>.</summary>
    public int? Weight { get; init; }
}
