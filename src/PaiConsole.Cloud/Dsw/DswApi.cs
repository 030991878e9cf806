using PaiConsole.Cloud.Transport;
using static PaiConsole.Cloud.Transport.Rfc3986;

namespace PaiConsole.Cloud.Dsw;

internal sealed class DswApi(PaiTransport transport) : IDswApi
{
    private const string Instances = "/api/v2/instances";
    private static readonly DswJson Json = DswJson.Default;
    private readonly PaiClient _client = new(transport, PaiProduct.Dsw);

    public Task<DswAnswer> CreateInstanceAsync(CreateInstanceRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Post, "CreateInstance", Instances, request, Json.CreateInstanceRequest, Json.DswAnswer, cancellationToken);

    public Task<Instance> GetInstanceAsync(string instanceId, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetInstance", One(instanceId), Json.Instance, cancellationToken);

    public Task<ListInstancesAnswer> ListInstancesAsync(ListInstancesQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListInstances", Instances, query, Json.ListInstancesQuery, Json.ListInstancesAnswer, cancellationToken);

    public Task<DswAnswer> StartInstanceAsync(string instanceId, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Put, "StartInstance", One(instanceId) + "/start", Json.DswAnswer, cancellationToken);

    public Task<DswAnswer> StopInstanceAsync(string instanceId, bool? saveImage, CancellationToken cancellationToken) =>
        _client.SendAsync(
            new PaiCall(PaiProduct.Dsw, "StopInstance", HttpMethod.Put, One(instanceId) + "/stop")
            {
                Query = saveImage is { } save ? [KeyValuePair.Create("SaveImage", save ? "true" : "false")] : WireQuery.None,
            },
            Json.DswAnswer,
            cancellationToken);

    public Task<DswAnswer> UpdateInstanceAsync(string instanceId, UpdateInstanceRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Put, "UpdateInstance", One(instanceId), request, Json.UpdateInstanceRequest, Json.DswAnswer, cancellationToken);

    public Task<DswAnswer> DeleteInstanceAsync(string instanceId, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Delete, "DeleteInstance", One(instanceId), Json.DswAnswer, cancellationToken);

    // The metric operations use the singular path.
    public Task<GetInstanceMetricsAnswer> GetInstanceMetricsAsync(string instanceId, GetInstanceMetricsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync(
            "GetInstanceMetrics", $"/api/v2/instance/{Segment(instanceId)}/metrics", query, Json.GetInstanceMetricsQuery, Json.GetInstanceMetricsAnswer, cancellationToken);

    public Task<GetInstanceEventsAnswer> GetInstanceEventsAsync(string instanceId, GetInstanceEventsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetInstanceEvents", One(instanceId) + "/events", query, Json.GetInstanceEventsQuery, Json.GetInstanceEventsAnswer, cancellationToken);

    public Task<ListEcsSpecsAnswer> ListEcsSpecsAsync(ListEcsSpecsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListEcsSpecs", "/api/v2/ecsspecs", query, Json.ListEcsSpecsQuery, Json.ListEcsSpecsAnswer, cancellationToken);

    public Task<DswAnswer> CreateIdleInstanceCullerAsync(string instanceId, CreateIdleInstanceCullerRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Post, "CreateIdleInstanceCuller", Culler(instanceId), request, Json.CreateIdleInstanceCullerRequest, Json.DswAnswer, cancellationToken);

    public Task<IdleInstanceCuller> GetIdleInstanceCullerAsync(string instanceId, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetIdleInstanceCuller", Culler(instanceId), Json.IdleInstanceCuller, cancellationToken);

    public Task<DswAnswer> DeleteIdleInstanceCullerAsync(string instanceId, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Delete, "DeleteIdleInstanceCuller", Culler(instanceId), Json.DswAnswer, cancellationToken);

    public Task<DswAnswer> CreateInstanceShutdownTimerAsync(string instanceId, CreateInstanceShutdownTimerRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Post, "CreateInstanceShutdownTimer", Timer(instanceId), request, Json.CreateInstanceShutdownTimerRequest, Json.DswAnswer, cancellationToken);

    public Task<ShutdownTimer> GetInstanceShutdownTimerAsync(string instanceId, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetInstanceShutdownTimer", Timer(instanceId), Json.ShutdownTimer, cancellationToken);

    public Task<DswAnswer> DeleteInstanceShutdownTimerAsync(string instanceId, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Delete, "DeleteInstanceShutdownTimer", Timer(instanceId), Json.DswAnswer, cancellationToken);

    private static string One(string instanceId) => $"{Instances}/{Segment(instanceId)}";

    private static string Culler(string instanceId) => One(instanceId) + "/idleinstanceculler";

    private static string Timer(string instanceId) => One(instanceId) + "/shutdowntimer";
}
