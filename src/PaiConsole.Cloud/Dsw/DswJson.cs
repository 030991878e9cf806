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
internal sealed partial class DswJson : JsonSerializerContext;
