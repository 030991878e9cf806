using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Ecs;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WireTime), typeof(WireString), typeof(WireInt), typeof(WireLong), typeof(WireDouble), typeof(WireBool)])]
[JsonSerializable(typeof(DescribeInstanceTypesQuery))]
[JsonSerializable(typeof(DescribeInstanceTypesAnswer))]
[JsonSerializable(typeof(DescribeSpotPriceHistoryQuery))]
[JsonSerializable(typeof(DescribeSpotPriceHistoryAnswer))]
[JsonSerializable(typeof(DescribePriceQuery))]
[JsonSerializable(typeof(DescribePriceAnswer))]
internal sealed partial class EcsJson : JsonSerializerContext;
