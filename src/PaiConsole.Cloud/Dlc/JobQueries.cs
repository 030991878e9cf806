namespace PaiConsole.Cloud.Dlc;

// Parameters of operations whose methods take them one by one.

internal sealed record GetJobQuery(bool? NeedDetail);

internal sealed record EventsQuery(string? PodUid, DateTimeOffset? StartTime, DateTimeOffset? EndTime, int? MaxEventsNum);

internal sealed record PodLogsQuery(string? PodUid, DateTimeOffset? StartTime, DateTimeOffset? EndTime, int? MaxLines);
