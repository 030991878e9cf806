namespace PaiConsole.Cloud.Dsw;

/// <summary>Notebooks: pai-dsw 2022-01-01. Every method throws <see cref="PaiApiException"/>.</summary>
public interface IDswApi
{
    /// <summary>Creates an instance and starts it.</summary>
    Task<DswAnswer> CreateInstanceAsync(CreateInstanceRequest request, CancellationToken cancellationToken);

    /// <summary>Reads one instance.</summary>
    Task<Instance> GetInstanceAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Reads a page of instances.</summary>
    Task<ListInstancesAnswer> ListInstancesAsync(ListInstancesQuery query, CancellationToken cancellationToken);

    /// <summary>Starts a stopped or failed instance.</summary>
    Task<DswAnswer> StartInstanceAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Stops a running instance, saving its image first when <paramref name="saveImage"/> is true.</summary>
    Task<DswAnswer> StopInstanceAsync(string instanceId, bool? saveImage, CancellationToken cancellationToken);

    /// <summary>Changes a stopped instance.</summary>
    Task<DswAnswer> UpdateInstanceAsync(string instanceId, UpdateInstanceRequest request, CancellationToken cancellationToken);

    /// <summary>Deletes a stopped or failed instance.</summary>
    Task<DswAnswer> DeleteInstanceAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Reads the series of one metric.</summary>
    Task<GetInstanceMetricsAnswer> GetInstanceMetricsAsync(string instanceId, GetInstanceMetricsQuery query, CancellationToken cancellationToken);

    /// <summary>Reads events.</summary>
    Task<GetInstanceEventsAnswer> GetInstanceEventsAsync(string instanceId, GetInstanceEventsQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of instance types usable by notebooks.</summary>
    Task<ListEcsSpecsAnswer> ListEcsSpecsAsync(ListEcsSpecsQuery query, CancellationToken cancellationToken);

    /// <summary>Sets the idle rule, replacing the one there is.</summary>
    Task<DswAnswer> CreateIdleInstanceCullerAsync(string instanceId, CreateIdleInstanceCullerRequest request, CancellationToken cancellationToken);

    /// <summary>Reads the idle rule.</summary>
    Task<IdleInstanceCuller> GetIdleInstanceCullerAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Removes the idle rule.</summary>
    Task<DswAnswer> DeleteIdleInstanceCullerAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Sets the shutdown timer, replacing the one there is.</summary>
    Task<DswAnswer> CreateInstanceShutdownTimerAsync(string instanceId, CreateInstanceShutdownTimerRequest request, CancellationToken cancellationToken);

    /// <summary>Reads the shutdown timer.</summary>
    Task<ShutdownTimer> GetInstanceShutdownTimerAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Removes the shutdown timer.</summary>
    Task<DswAnswer> DeleteInstanceShutdownTimerAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Reads the statuses an instance passed through, session by session.</summary>
    Task<GetLifecycleAnswer> GetLifecycleAsync(string instanceId, GetLifecycleQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of what DSW wrote about instances.</summary>
    Task<ListSystemLogsAnswer> ListSystemLogsAsync(ListSystemLogsQuery query, CancellationToken cancellationToken);

    /// <summary>Reads what may stop instances by itself: their own rules and those of their workspace. At most 100 instances, all of one workspace.</summary>
    Task<QueryAutoShutdownPoliciesAnswer> QueryAutoShutdownPoliciesAsync(InstanceBatchRequest request, CancellationToken cancellationToken);

    /// <summary>Stops those of the instances that can be stopped.</summary>
    Task<InstanceBatchAnswer> StopInstancesAsync(InstanceBatchRequest request, CancellationToken cancellationToken);

    /// <summary>Deletes those of the instances that can be deleted.</summary>
    Task<InstanceBatchAnswer> DeleteInstancesAsync(InstanceBatchRequest request, CancellationToken cancellationToken);

    /// <summary>Makes an image of a running instance.</summary>
    Task<InstanceSnapshotAnswer> CreateInstanceSnapshotAsync(string instanceId, CreateInstanceSnapshotRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a page of the snapshots of an instance.</summary>
    Task<ListInstanceSnapshotAnswer> ListInstanceSnapshotAsync(string instanceId, ListInstanceSnapshotQuery query, CancellationToken cancellationToken);

    /// <summary>Reads one snapshot.</summary>
    Task<Snapshot> GetInstanceSnapshotAsync(string instanceId, string snapshotId, CancellationToken cancellationToken);

    /// <summary>Deletes a snapshot.</summary>
    Task<InstanceSnapshotAnswer> DeleteInstanceSnapshotAsync(string instanceId, string snapshotId, CancellationToken cancellationToken);

    /// <summary>Adds labels to an instance and changes those it has.</summary>
    Task<DswAnswer> UpdateInstanceLabelsAsync(string instanceId, UpdateInstanceLabelsRequest request, CancellationToken cancellationToken);

    /// <summary>Takes labels away from an instance.</summary>
    Task<DswAnswer> DeleteInstanceLabelsAsync(string instanceId, IReadOnlyList<string> labelKeys, CancellationToken cancellationToken);

    /// <summary>Issues a token under which an instance can be opened or looked at.</summary>
    Task<GetTokenAnswer> GetTokenAsync(GetTokenQuery query, CancellationToken cancellationToken);
}
