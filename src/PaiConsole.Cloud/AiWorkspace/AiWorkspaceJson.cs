using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.AiWorkspace;

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(WireTime), typeof(WireString), typeof(WireInt), typeof(WireLong), typeof(WireDouble), typeof(WireBool)])]
[JsonSerializable(typeof(ListDatasetsQuery))]
[JsonSerializable(typeof(ListDatasetsAnswer))]
[JsonSerializable(typeof(ListImagesQuery))]
[JsonSerializable(typeof(ListImagesAnswer))]
[JsonSerializable(typeof(ListWorkspacesQuery))]
[JsonSerializable(typeof(ListWorkspacesAnswer))]
internal sealed partial class AiWorkspaceJson : JsonSerializerContext;
