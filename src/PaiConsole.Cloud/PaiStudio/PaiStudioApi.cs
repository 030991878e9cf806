using PaiConsole.Cloud.Transport;
using static PaiConsole.Cloud.Transport.Rfc3986;

namespace PaiConsole.Cloud.PaiStudio;

internal sealed class PaiStudioApi(PaiTransport transport) : IPaiStudioApi
{
    private const string Jobs = "/api/v1/trainingjobs";
    private static readonly PaiStudioJson Json = PaiStudioJson.Default;
    private readonly PaiClient _client = new(transport, PaiProduct.PaiStudio);

    public Task<TrainingJobAnswer> CreateTrainingJobAsync(CreateTrainingJobRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Post, "CreateTrainingJob", Jobs, request, Json.CreateTrainingJobRequest, Json.TrainingJobAnswer, cancellationToken);

    public Task<TrainingJob> GetTrainingJobAsync(string trainingJobId, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetTrainingJob", One(trainingJobId), Json.TrainingJob, cancellationToken);

    public Task<ListTrainingJobsAnswer> ListTrainingJobsAsync(ListTrainingJobsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListTrainingJobs", Jobs, query, Json.ListTrainingJobsQuery, Json.ListTrainingJobsAnswer, cancellationToken);

    public Task<TrainingJobAnswer> StopTrainingJobAsync(string trainingJobId, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Put, "StopTrainingJob", One(trainingJobId) + "/stop", Json.TrainingJobAnswer, cancellationToken);

    public Task<TrainingJobAnswer> DeleteTrainingJobAsync(string trainingJobId, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Delete, "DeleteTrainingJob", One(trainingJobId), Json.TrainingJobAnswer, cancellationToken);

    public Task<TrainingJobLogsAnswer> ListTrainingJobLogsAsync(string trainingJobId, TrainingJobLogsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListTrainingJobLogs", One(trainingJobId) + "/logs", query, Json.TrainingJobLogsQuery, Json.TrainingJobLogsAnswer, cancellationToken);

    public Task<TrainingJobEventsAnswer> ListTrainingJobEventsAsync(string trainingJobId, TrainingJobEventsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListTrainingJobEvents", One(trainingJobId) + "/events", query, Json.TrainingJobEventsQuery, Json.TrainingJobEventsAnswer, cancellationToken);

    public Task<TrainingJobMetricsAnswer> ListTrainingJobMetricsAsync(string trainingJobId, TrainingJobMetricsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListTrainingJobMetrics", One(trainingJobId) + "/metrics", query, Json.TrainingJobMetricsQuery, Json.TrainingJobMetricsAnswer, cancellationToken);

    public Task<SpotPriceHistoryAnswer> GetSpotPriceHistoryAsync(string instanceType, SpotPriceHistoryQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetSpotPriceHistory", $"/api/v1/spots/{Segment(instanceType)}/pricehistory", query, Json.SpotPriceHistoryQuery, Json.SpotPriceHistoryAnswer, cancellationToken);

    private static string One(string trainingJobId) => $"{Jobs}/{Segment(trainingJobId)}";
}
