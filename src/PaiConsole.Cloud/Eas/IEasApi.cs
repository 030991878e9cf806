using System.Text.Json.Nodes;

namespace PaiConsole.Cloud.Eas;

/// <summary>Model services: eas 2021-07-01. <c>clusterId</c> in paths is the region. Every method throws <see cref="PaiApiException"/>.</summary>
public interface IEasApi
{
    /// <summary>Creates a service from its service JSON document, which is the whole body.</summary>
    Task<CreateServiceAnswer> CreateServiceAsync(JsonObject config, string? workspaceId, IReadOnlyDictionary<string, string>? labels, CancellationToken cancellationToken);

    /// <summary>Reads a page of services (without endpoints and token).</summary>
    Task<ListServicesAnswer> ListServicesAsync(ListServicesQuery query, CancellationToken cancellationToken);

    /// <summary>Reads one service, its endpoints and token included.</summary>
    Task<Service> DescribeServiceAsync(string clusterId, string serviceName, CancellationToken cancellationToken);

    /// <summary>Changes the service JSON: <paramref name="updateType"/> <c>merge</c> (default, deep) or <c>replace</c>. Makes a new version.</summary>
    Task<MessageAnswer> UpdateServiceAsync(string clusterId, string serviceName, JsonObject config, string? updateType, CancellationToken cancellationToken);

    /// <summary>Starts a stopped service.</summary>
    Task<MessageAnswer> StartServiceAsync(string clusterId, string serviceName, CancellationToken cancellationToken);

    /// <summary>Stops a service.</summary>
    Task<MessageAnswer> StopServiceAsync(string clusterId, string serviceName, CancellationToken cancellationToken);

    /// <summary>Restarts the replicas one after the other.</summary>
    Task<MessageAnswer> RestartServiceAsync(string clusterId, string serviceName, CancellationToken cancellationToken);

    /// <summary>Deletes a service.</summary>
    Task<MessageAnswer> DeleteServiceAsync(string clusterId, string serviceName, CancellationToken cancellationToken);

    /// <summary>Sets the number of replicas.</summary>
    Task<MessageAnswer> ScaleServiceAsync(string clusterId, string serviceName, ScaleServiceRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a page of replicas.</summary>
    Task<ListServiceInstancesAnswer> ListServiceInstancesAsync(string clusterId, string serviceName, ListServiceInstancesQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of log lines.</summary>
    Task<DescribeServiceLogAnswer> DescribeServiceLogAsync(string clusterId, string serviceName, DescribeServiceLogQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of events.</summary>
    Task<DescribeServiceEventAnswer> DescribeServiceEventAsync(string clusterId, string serviceName, DescribeServiceEventQuery query, CancellationToken cancellationToken);

    /// <summary>Sets a service's traffic state and weight within its group.</summary>
    Task<MessageAnswer> ReleaseServiceAsync(string clusterId, string serviceName, ReleaseServiceRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a page of traffic groups.</summary>
    Task<ListGroupsAnswer> ListGroupsAsync(ListGroupsQuery query, CancellationToken cancellationToken);

    /// <summary>Reads one traffic group, its endpoints and token included.</summary>
    Task<ServiceGroup> DescribeGroupAsync(string clusterId, string groupName, CancellationToken cancellationToken);

    /// <summary>Creates a traffic group.</summary>
    Task<MessageAnswer> CreateGroupAsync(CreateGroupRequest request, CancellationToken cancellationToken);

    /// <summary>Changes traffic mode, network or labels of a group.</summary>
    Task<MessageAnswer> UpdateGroupAsync(string clusterId, string groupName, UpdateGroupRequest request, CancellationToken cancellationToken);

    /// <summary>Deletes a traffic group.</summary>
    Task<MessageAnswer> DeleteGroupAsync(string clusterId, string groupName, CancellationToken cancellationToken);

    /// <summary>Reads the autoscaler of a service.</summary>
    Task<AutoScaler> DescribeServiceAutoScalerAsync(string clusterId, string serviceName, CancellationToken cancellationToken);

    /// <summary>Gives a service an autoscaler.</summary>
    Task<MessageAnswer> CreateServiceAutoScalerAsync(string clusterId, string serviceName, CreateAutoScalerRequest request, CancellationToken cancellationToken);
}
