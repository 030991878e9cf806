namespace PaiConsole.Engine.Services;

/// <summary>One replica of a service (EAS Instance).</summary>
public sealed record ServiceReplica(
    string Name, string StatusWord, string? Reason, string? Sku, bool IsSpot, string? Ip, string? Zone, int Restarts, DateTimeOffset? StartedAt);

/// <summary>One event of a service (EAS DescribeServiceEvent).</summary>
public sealed record ServiceOccurrence(DateTimeOffset? At, string Type, string Reason, string Message);

/// <summary>Where a service answers.</summary>
public sealed record ServiceEndpoint(string? Internet, string? Intranet);
