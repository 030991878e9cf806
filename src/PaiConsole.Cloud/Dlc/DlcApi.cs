using PaiConsole.Cloud.Transport;
using static PaiConsole.Cloud.Transport.Rfc3986;

namespace PaiConsole.Cloud.Dlc;

internal sealed class DlcApi(PaiTransport transport) : IDlcApi
{
    private const string Jobs = "/api/v1/jobs";
    private static readonly DlcJson Json = DlcJson.Default;
    private readonly PaiClient _client = new(transport, PaiProduct.Dlc);

    public Task<JobAnswer> CreateJobAsync(CreateJobRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Post, "CreateJob", Jobs, request, Json.CreateJobRequest, Json.JobAnswer, cancellationToken);

    public Task<Job> GetJobAsync(string jobId, bool? needDetail, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetJob", One(jobId), new GetJobQuery(needDetail), Json.GetJobQuery, Json.Job, cancellationToken);

    public Task<ListJobsAnswer> ListJobsAsync(ListJobsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListJobs", Jobs, query, Json.ListJobsQuery, Json.ListJobsAnswer, cancellationToken);

    public Task<JobAnswer> StopJobAsync(string jobId, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Post, "StopJob", One(jobId) + "/stop", Json.JobAnswer, cancellationToken);

    public Task<JobAnswer> DeleteJobAsync(string jobId, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Delete, "DeleteJob", One(jobId), Json.JobAnswer, cancellationToken);

    public Task<JobAnswer> UpdateJobAsync(string jobId, UpdateJobRequest request, CancellationToken cancellationToken) =>
        _client.SetAsync("UpdateJob", One(jobId), request, Json.UpdateJobRequest, Json.JobAnswer, cancellationToken);

    public Task<JobEventsAnswer> GetJobEventsAsync(string jobId, DateTimeOffset? start, DateTimeOffset? end, int? maxEvents, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetJobEvents", One(jobId) + "/events", new EventsQuery(null, start, end, maxEvents), Json.EventsQuery, Json.JobEventsAnswer, cancellationToken);

    public Task<PodLogsAnswer> GetPodLogsAsync(
        string jobId, string podId, string? podUid, DateTimeOffset? start, DateTimeOffset? end, int? maxLines, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetPodLogs", Pod(jobId, podId) + "/logs", new PodLogsQuery(podUid, start, end, maxLines), Json.PodLogsQuery, Json.PodLogsAnswer, cancellationToken);

    public Task<JobEventsAnswer> GetPodEventsAsync(
        string jobId, string podId, string? podUid, DateTimeOffset? start, DateTimeOffset? end, int? maxEvents, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetPodEvents", Pod(jobId, podId) + "/events", new EventsQuery(podUid, start, end, maxEvents), Json.EventsQuery, Json.JobEventsAnswer, cancellationToken);

    public Task<JobMetricsAnswer> GetJobMetricsAsync(string jobId, GetJobMetricsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetJobMetrics", One(jobId) + "/metrics", query, Json.GetJobMetricsQuery, Json.JobMetricsAnswer, cancellationToken);

    public Task<ListEcsSpecsAnswer> ListEcsSpecsAsync(ListEcsSpecsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListEcsSpecs", "/api/v1/ecsspecs", query, Json.ListEcsSpecsQuery, Json.ListEcsSpecsAnswer, cancellationToken);

    private static string One(string jobId) => $"{Jobs}/{Segment(jobId)}";

    private static string Pod(string jobId, string podId) => $"{One(jobId)}/pods/{Segment(podId)}";
}
