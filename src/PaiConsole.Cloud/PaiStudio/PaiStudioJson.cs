using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.PaiStudio;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WireTime), typeof(WireString), typeof(WireInt), typeof(WireLong), typeof(WireDouble), typeof(WireBool)])]
[JsonSerializable(typeof(CreateTrainingJobRequest))]
[JsonSerializable(typeof(TrainingJobAnswer))]
[JsonSerializable(typeof(TrainingJob))]
[JsonSerializable(typeof(ListTrainingJobsQuery))]
[JsonSerializable(typeof(ListTrainingJobsAnswer))]
[JsonSerializable(typeof(TrainingJobLogsQuery))]
[JsonSerializable(typeof(TrainingJobLogsAnswer))]
[JsonSerializable(typeof(TrainingJobEventsQuery))]
[JsonSerializable(typeof(TrainingJobEventsAnswer))]
[JsonSerializable(typeof(TrainingJobMetricsQuery))]
[JsonSerializable(typeof(TrainingJobMetricsAnswer))]
[JsonSerializable(typeof(SpotPriceHistoryQuery))]
[JsonSerializable(typeof(SpotPriceHistoryAnswer))]
internal sealed partial class PaiStudioJson : JsonSerializerContext;
