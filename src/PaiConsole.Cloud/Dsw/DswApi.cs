using System.Text.Json;
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

    public Task<GetLifecycleAnswer> GetLifecycleAsync(string instanceId, GetLifecycleQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetLifecycle", One(instanceId) + "/lifecycle", query, Json.GetLifecycleQuery, Json.GetLifecycleAnswer, cancellationToken);

    public Task<ListSystemLogsAnswer> ListSystemLogsAsync(ListSystemLogsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListSystemLogs", "/api/v2/systemlogs", query, Json.ListSystemLogsQuery, Json.ListSystemLogsAnswer, cancellationToken);

    // A read in spite of its method.
    public Task<QueryAutoShutdownPoliciesAnswer> QueryAutoShutdownPoliciesAsync(InstanceBatchRequest request, CancellationToken cancellationToken) =>
        _client.SendAsync(
            new PaiCall(PaiProduct.Dsw, "QueryAutoShutdownPolicies", HttpMethod.Put, "/api/v2/batch/autoshutdownpolicies/query")
            {
                Body = JsonSerializer.SerializeToUtf8Bytes(request, Json.InstanceBatchRequest),
                IsRead = true,
                IsIdempotent = true,
            },
            Json.QueryAutoShutdownPoliciesAnswer,
            cancellationToken);

    public Task<InstanceBatchAnswer> StopInstancesAsync(InstanceBatchRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Put, "StopInstances", "/api/v2/batch/instances/stop", request, Json.InstanceBatchRequest, Json.InstanceBatchAnswer, cancellationToken);

    public Task<InstanceBatchAnswer> DeleteInstancesAsync(InstanceBatchRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Put, "DeleteInstances", "/api/v2/batch/instances/delete", request, Json.InstanceBatchRequest, Json.InstanceBatchAnswer, cancellationToken);

    public Task<InstanceSnapshotAnswer> CreateInstanceSnapshotAsync(string instanceId, CreateInstanceSnapshotRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Post, "CreateInstanceSnapshot", Snapshots(instanceId), request, Json.CreateInstanceSnapshotRequest, Json.InstanceSnapshotAnswer, cancellationToken);

    public Task<ListInstanceSnapshotAnswer> ListInstanceSnapshotAsync(string instanceId, ListInstanceSnapshotQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListInstanceSnapshot", Snapshots(instanceId), query, Json.ListInstanceSnapshotQuery, Json.ListInstanceSnapshotAnswer, cancellationToken);

    public Task<Snapshot> GetInstanceSnapshotAsync(string instanceId, string snapshotId, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetInstanceSnapshot", $"{Snapshots(instanceId)}/{Segment(snapshotId)}", Json.Snapshot, cancellationToken);

    public Task<InstanceSnapshotAnswer> DeleteInstanceSnapshotAsync(string instanceId, string snapshotId, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Delete, "DeleteInstanceSnapshot", $"{Snapshots(instanceId)}/{Segment(snapshotId)}", Json.InstanceSnapshotAnswer, cancellationToken);

    public Task<DswAnswer> UpdateInstanceLabelsAsync(string instanceId, UpdateInstanceLabelsRequest request, CancellationToken cancellationToken) =>
        _client.SetAsync("UpdateInstanceLabels", Labels(instanceId), request, Json.UpdateInstanceLabelsRequest, Json.DswAnswer, cancellationToken);

    public Task<DswAnswer> DeleteInstanceLabelsAsync(string instanceId, IReadOnlyList<string> labelKeys, CancellationToken cancellationToken) =>
        _client.SendAsync(
            new PaiCall(PaiProduct.Dsw, "DeleteInstanceLabels", HttpMethod.Delete, Labels(instanceId))
            {
                Query = WireQuery.From(new() { LabelKeys = labelKeys }, Json.DeleteInstanceLabelsQuery),
            },
            Json.DswAnswer,
            cancellationToken);

    public Task<GetTokenAnswer> GetTokenAsync(GetTokenQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("GetToken", "/api/v2/tokens", query, Json.GetTokenQuery, Json.GetTokenAnswer, cancellationToken);

    private static string One(string instanceId) => $"{Instances}/{Segment(instanceId)}";

    private static string Culler(string instanceId) => One(instanceId) + "/idleinstanceculler";

    private static string Timer(string instanceId) => One(instanceId) + "/shutdowntimer";

    private static string Snapshots(string instanceId) => One(instanceId) + "/snapshots";

    private static string Labels(string instanceId) => One(instanceId) + "/labels";
}
