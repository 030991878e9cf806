using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Eas;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WireTime), typeof(WireString), typeof(WireInt), typeof(WireLong), typeof(WireDouble), typeof(WireBool)])]
[JsonSerializable(typeof(AutoScaler))]
[JsonSerializable(typeof(CreateAutoScalerRequest))]
[JsonSerializable(typeof(ListServicesQuery))]
[JsonSerializable(typeof(ListServicesAnswer))]
[JsonSerializable(typeof(Service))]
[JsonSerializable(typeof(CreateServiceAnswer))]
[JsonSerializable(typeof(MessageAnswer))]
[JsonSerializable(typeof(ScaleServiceRequest))]
[JsonSerializable(typeof(ReleaseServiceRequest))]
[JsonSerializable(typeof(ServiceGroup))]
[JsonSerializable(typeof(ListGroupsQuery))]
[JsonSerializable(typeof(ListGroupsAnswer))]
[JsonSerializable(typeof(CreateGroupRequest))]
[JsonSerializable(typeof(UpdateGroupRequest))]
[JsonSerializable(typeof(ListServiceInstancesQuery))]
[JsonSerializable(typeof(ListServiceInstancesAnswer))]
[JsonSerializable(typeof(DescribeServiceLogQuery))]
[JsonSerializable(typeof(DescribeServiceLogAnswer))]
[JsonSerializable(typeof(DescribeServiceEventQuery))]
[JsonSerializable(typeof(DescribeServiceEventAnswer))]
internal sealed partial class EasJson : JsonSerializerContext;
