using System.Text;
using System.Text.Json.Nodes;
using PaiConsole.Cloud.Transport;
using PaiConsole.Cloud.Transport.Json;
using static PaiConsole.Cloud.Transport.Rfc3986;

namespace PaiConsole.Cloud.Eas;

internal sealed class EasApi(PaiTransport transport) : IEasApi
{
    private const string Services = "/api/v2/services";
    private const string Groups = "/api/v2/groups";
    private static readonly EasJson Json = EasJson.Default;
    private readonly PaiClient _client = new(transport, PaiProduct.Eas);

    public Task<CreateServiceAnswer> CreateServiceAsync(
        JsonObject config, string? workspaceId, IReadOnlyDictionary<string, string>? labels, CancellationToken cancellationToken) =>
        _client.SendAsync(
            new PaiCall(PaiProduct.Eas, "CreateService", HttpMethod.Post, Services)
            {
                Query = Query(("WorkspaceId", workspaceId), ("Labels", labels is { Count: > 0 } ? JsonInString.Write(labels) : null)),
                Body = Encoding.UTF8.GetBytes(config.ToJsonString()),
            },
            Json.CreateServiceAnswer,
            cancellationToken);

    public Task<ListServicesAnswer> ListServicesAsync(ListServicesQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListServices", Services, query, Json.ListServicesQuery, Json.ListServicesAnswer, cancellationToken);

    public Task<Service> DescribeServiceAsync(string clusterId, string serviceName, CancellationToken cancellationToken) =>
        _client.ReadAsync("DescribeService", One(clusterId, serviceName), Json.Service, cancellationToken);

    // Each update makes a version, so it is not one that may be repeated.
    public Task<MessageAnswer> UpdateServiceAsync(string clusterId, string serviceName, JsonObject config, string? updateType, CancellationToken cancellationToken) =>
        _client.SendAsync(
            new PaiCall(PaiProduct.Eas, "UpdateService", HttpMethod.Put, One(clusterId, serviceName))
            {
                Query = Query(("UpdateType", updateType)),
                Body = Encoding.UTF8.GetBytes(config.ToJsonString()),
            },
            Json.MessageAnswer,
            cancellationToken);

    public Task<MessageAnswer> StartServiceAsync(string clusterId, string serviceName, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Put, "StartService", One(clusterId, serviceName) + "/start", Json.MessageAnswer, cancellationToken);

    public Task<MessageAnswer> StopServiceAsync(string clusterId, string serviceName, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Put, "StopService", One(clusterId, serviceName) + "/stop", Json.MessageAnswer, cancellationToken);

    public Task<MessageAnswer> RestartServiceAsync(string clusterId, string serviceName, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Put, "RestartService", One(clusterId, serviceName) + "/restart", Json.MessageAnswer, cancellationToken);

    public Task<MessageAnswer> DeleteServiceAsync(string clusterId, string serviceName, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Delete, "DeleteService", One(clusterId, serviceName), Json.MessageAnswer, cancellationToken);

    public Task<MessageAnswer> ScaleServiceAsync(string clusterId, string serviceName, ScaleServiceRequest request, CancellationToken cancellationToken) =>
        _client.SetAsync("ScaleService", One(clusterId, serviceName) + "/scale", request, Json.ScaleServiceRequest, Json.MessageAnswer, cancellationToken);

    public Task<ListServiceInstancesAnswer> ListServiceInstancesAsync(
        string clusterId, string serviceName, ListServiceInstancesQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync(
            "ListServiceInstances", One(clusterId, serviceName) + "/instances", query, Json.ListServiceInstancesQuery, Json.ListServiceInstancesAnswer, cancellationToken);

    public Task<DescribeServiceLogAnswer> DescribeServiceLogAsync(
        string clusterId, string serviceName, DescribeServiceLogQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("DescribeServiceLog", One(clusterId, serviceName) + "/logs", query, Json.DescribeServiceLogQuery, Json.DescribeServiceLogAnswer, cancellationToken);

    public Task<DescribeServiceEventAnswer> DescribeServiceEventAsync(
        string clusterId, string serviceName, DescribeServiceEventQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync(
            "DescribeServiceEvent", One(clusterId, serviceName) + "/events", query, Json.DescribeServiceEventQuery, Json.DescribeServiceEventAnswer, cancellationToken);

    public Task<MessageAnswer> ReleaseServiceAsync(string clusterId, string serviceName, ReleaseServiceRequest request, CancellationToken cancellationToken) =>
        _client.SetAsync("ReleaseService", One(clusterId, serviceName) + "/release", request, Json.ReleaseServiceRequest, Json.MessageAnswer, cancellationToken);

    public Task<ListGroupsAnswer> ListGroupsAsync(ListGroupsQuery query, CancellationToken cancellationToken) =>
        _client.ReadAsync("ListGroups", Groups, query, Json.ListGroupsQuery, Json.ListGroupsAnswer, cancellationToken);

    public Task<ServiceGroup> DescribeGroupAsync(string clusterId, string groupName, CancellationToken cancellationToken) =>
        _client.ReadAsync("DescribeGroup", Group(clusterId, groupName), Json.ServiceGroup, cancellationToken);

    public Task<MessageAnswer> CreateGroupAsync(CreateGroupRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Post, "CreateGroup", Groups, request, Json.CreateGroupRequest, Json.MessageAnswer, cancellationToken);

    public Task<MessageAnswer> UpdateGroupAsync(string clusterId, string groupName, UpdateGroupRequest request, CancellationToken cancellationToken) =>
        _client.SetAsync("UpdateGroup", Group(clusterId, groupName), request, Json.UpdateGroupRequest, Json.MessageAnswer, cancellationToken);

    public Task<MessageAnswer> DeleteGroupAsync(string clusterId, string groupName, CancellationToken cancellationToken) =>
        _client.DoAsync(HttpMethod.Delete, "DeleteGroup", Group(clusterId, groupName), Json.MessageAnswer, cancellationToken);

    public Task<AutoScaler> DescribeServiceAutoScalerAsync(string clusterId, string serviceName, CancellationToken cancellationToken) =>
        _client.ReadAsync("DescribeServiceAutoScaler", One(clusterId, serviceName) + "/autoscaler", Json.AutoScaler, cancellationToken);

    public Task<MessageAnswer> CreateServiceAutoScalerAsync(
        string clusterId, string serviceName, CreateAutoScalerRequest request, CancellationToken cancellationToken) =>
        _client.DoAsync(
            HttpMethod.Post, "CreateServiceAutoScaler", One(clusterId, serviceName) + "/autoscaler", request, Json.CreateAutoScalerRequest, Json.MessageAnswer, cancellationToken);

    private static string One(string clusterId, string serviceName) => $"{Services}/{Segment(clusterId)}/{Segment(serviceName)}";

    private static string Group(string clusterId, string groupName) => $"{Groups}/{Segment(clusterId)}/{Segment(groupName)}";

    private static List<KeyValuePair<string, string>> Query(params (string Name, string? Value)[] parameters) =>
        [.. parameters.Where(parameter => parameter.Value is not null).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value!))];
}
