using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Dlc;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WireTime), typeof(WireString), typeof(WireInt), typeof(WireLong), typeof(WireDouble), typeof(WireBool)])]
[JsonSerializable(typeof(GetJobQuery))]
[JsonSerializable(typeof(EventsQuery))]
[JsonSerializable(typeof(PodLogsQuery))]
[JsonSerializable(typeof(CreateJobRequest))]
[JsonSerializable(typeof(UpdateJobRequest))]
[JsonSerializable(typeof(JobAnswer))]
[JsonSerializable(typeof(ListEcsSpecsQuery))]
[JsonSerializable(typeof(ListEcsSpecsAnswer))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(JobEventsAnswer))]
[JsonSerializable(typeof(PodLogsAnswer))]
[JsonSerializable(typeof(GetJobMetricsQuery))]
[JsonSerializable(typeof(JobMetricsAnswer))]
[JsonSerializable(typeof(ListJobsQuery))]
[JsonSerializable(typeof(ListJobsAnswer))]
internal sealed partial class DlcJson : JsonSerializerContext;
