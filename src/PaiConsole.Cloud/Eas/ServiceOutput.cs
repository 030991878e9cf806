using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Eas;

/// <summary>Which log lines DescribeServiceLog should read.</summary>
public sealed record DescribeServiceLogQuery
{
    /// <summary>One replica.</summary>
    public string? InstanceName { get; init; }

    /// <summary>One container.</summary>
    public string? ContainerName { get; init; }

    /// <summary>Lines that contain this.</summary>
    public string? Keyword { get; init; }

    /// <summary>Of the container before its last restart.</summary>
    public bool? Previous { get; init; }

    /// <summary>From; sent as <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    [JsonConverter(typeof(EasTime))]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until; sent as <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    [JsonConverter(typeof(EasTime))]
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>From 1.</summary>
    public long? PageNum { get; init; }

    /// <summary>Lines per page; 500 by default.</summary>
    public long? PageSize { get; init; }
}

/// <summary>A page of log lines.</summary>
public sealed record DescribeServiceLogAnswer : PaiAnswer
{
    /// <summary>Lines of text.</summary>
    public IReadOnlyList<string>? Logs { get; init; }

    /// <summary>This page.</summary>
    public long? PageNum { get; init; }

    /// <summary>How many pages there are.</summary>
    public long? TotalPageNum { get; init; }

    /// <summary>How many lines there are.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>Which events DescribeServiceEvent should read.</summary>
public sealed record DescribeServiceEventQuery
{
    /// <summary>One replica.</summary>
    public string? InstanceName { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    public string? EventType { get; init; }

    /// <summary>From, 7 days ago by default; sent as <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    [JsonConverter(typeof(EasTime))]
    public DateTimeOffset? StartTime { get; init; }

    /// <summary>Until; sent as <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    [JsonConverter(typeof(EasTime))]
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>From 1.</summary>
    public int? PageNum { get; init; }

    /// <summary>Events per page; 100 by default.</summary>
    public int? PageSize { get; init; }
}

/// <summary>A page of events.</summary>
public sealed record DescribeServiceEventAnswer : PaiAnswer
{
    /// <summary>The events.</summary>
    public IReadOnlyList<ServiceEvent>? Events { get; init; }

    /// <summary>This page.</summary>
    public long? PageNum { get; init; }

    /// <summary>How many pages there are.</summary>
    public long? TotalPageNum { get; init; }

    /// <summary>How many events there are.</summary>
    public long? TotalCount { get; init; }
}

/// <summary>Something that happened to a service or one of its pods.</summary>
public sealed record ServiceEvent
{
    /// <summary>When.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary><c>Normal</c> or <c>Warning</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Kind of event.</summary>
    public string? Reason { get; init; }

    /// <summary><c>Service</c> or <c>Pod</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>In words.</summary>
    public string? Message { get; init; }
}
