using System.Text.Json.Serialization;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Dsw;

/// <summary>Body of UpdateInstanceLabels: adds labels and changes those there are.</summary>
public sealed record UpdateInstanceLabelsRequest
{
    /// <summary>Labels, each with key and value.</summary>
    public required IReadOnlyList<Label> Labels { get; init; }
}

/// <summary>What DeleteInstanceLabels takes away.</summary>
internal sealed record DeleteInstanceLabelsQuery
{
    /// <summary>Keys, joined by commas on the wire.</summary>
    [JsonConverter(typeof(Csv))]
    public required IReadOnlyList<string> LabelKeys { get; init; }
}
