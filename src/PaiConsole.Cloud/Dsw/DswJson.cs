using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Dsw;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WireTime), typeof(WireString), typeof(WireInt), typeof(WireLong), typeof(WireDouble), typeof(WireBool)])]
[JsonSerializable(typeof(CreateInstanceRequest))]
[JsonSerializable(typeof(DswAnswer))]
[JsonSerializable(typeof(ListEcsSpecsQuery))]
[JsonSerializable(typeof(ListEcsSpecsAnswer))]
[JsonSerializable(typeof(IdleInstanceCuller))]
[JsonSerializable(typeof(CreateIdleInstanceCullerRequest))]
[JsonSerializable(typeof(Instance))]
[JsonSerializable(typeof(GetInstanceMetricsQuery))]
[JsonSerializable(typeof(GetInstanceMetricsAnswer))]
[JsonSerializable(typeof(GetInstanceEventsQuery))]
[JsonSerializable(typeof(GetInstanceEventsAnswer))]
[JsonSerializable(typeof(ListInstancesQuery))]
[JsonSerializable(typeof(ListInstancesAnswer))]
[JsonSerializable(typeof(ShutdownTimer))]
[JsonSerializable(typeof(CreateInstanceShutdownTimerRequest))]
[JsonSerializable(typeof(UpdateInstanceRequest))]
[JsonSerializable(typeof(GetLifecycleQuery))]
[JsonSerializable(typeof(GetLifecycleAnswer))]
[JsonSerializable(typeof(ListSystemLogsQuery))]
[JsonSerializable(typeof(ListSystemLogsAnswer))]
[JsonSerializable(typeof(InstanceBatchRequest))]
[JsonSerializable(typeof(InstanceBatchAnswer))]
[JsonSerializable(typeof(QueryAutoShutdownPoliciesAnswer))]
[JsonSerializable(typeof(CreateInstanceSnapshotRequest))]
[JsonSerializable(typeof(InstanceSnapshotAnswer))]
[JsonSerializable(typeof(Snapshot))]
[JsonSerializable(typeof(ListInstanceSnapshotQuery))]
[JsonSerializable(typeof(ListInstanceSnapshotAnswer))]
[JsonSerializable(typeof(UpdateInstanceLabelsRequest))]
[JsonSerializable(typeof(DeleteInstanceLabelsQuery))]
[JsonSerializable(typeof(GetTokenQuery))]
[JsonSerializable(typeof(GetTokenAnswer))]
internal sealed partial class DswJson : JsonSerializerContext;
