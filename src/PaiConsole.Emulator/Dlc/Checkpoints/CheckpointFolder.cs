using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaiConsole.Emulator.Oss;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc.Checkpoints;

/// <summary>A checkpoint as it lies in OSS.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Step">Step in that name.</param>
/// <param name="Missing">The first thing it lacks; null when it is complete.</param>
internal sealed partial record CheckpointFolder(string Name, int Step, string? Missing)
{
    private const string State = "trainer_state.json";

    /// <summary>Checkpoints directly under a place, the highest step first.</summary>
    public static IReadOnlyList<CheckpointFolder> Under(BucketStore buckets, string place)
    {
        var root = OssPlace.Parse(place).Key is { Length: > 0 } key ? key.TrimEnd('/') + "/" : "";
        return [.. buckets.List(place + "/")
            .Select(o => (o, Path: o.Key[root.Length..]))
            .Where(f => f.Path.Contains('/', StringComparison.Ordinal))
            .GroupBy(f => f.Path[..f.Path.IndexOf('/', StringComparison.Ordinal)], StringComparer.Ordinal)
            .Select(g => (g.Key, Match: Numbered().Match(g.Key), Files: g.ToDictionary(f => f.Path[(g.Key.Length + 1)..], f => f.o, StringComparer.Ordinal)))
            .Where(f => f.Match.Success)
            .Select(f => new CheckpointFolder(f.Key, int.Parse(f.Match.Groups["step"].ValueSpan, CultureInfo.InvariantCulture), Lacks(f.Files)))
            .OrderByDescending(f => f.Step)];
    }

    private static string? Lacks(Dictionary<string, StoredObject> files)
    {
        if (files.FirstOrDefault(f => f.Key.EndsWith(".index.json", StringComparison.Ordinal)) is { Value: { } index } && Text(index) is { } text
            && Shards(text).FirstOrDefault(s => !files.ContainsKey(s)) is { } shard)
            return shard;
        if (!files.Keys.Any(f => f.EndsWith(".safetensors", StringComparison.Ordinal) || f == "pytorch_model.bin"))
            return "model.safetensors";
        if (!files.ContainsKey("optimizer.pt") && !files.ContainsKey("latest"))
            return "optimizer.pt";
        return files.TryGetValue(State, out var state) && state.Size > 0 ? null : State;
    }

    private static string? Text(StoredObject file) => file.Content is { } octets ? System.Text.Encoding.UTF8.GetString(octets.Span) : null;

    private static string[] Shards(string index)
    {
        try
        {
            using var document = JsonDocument.Parse(index);
            return document.RootElement.Field("weight_map") is { } map ? [.. map.EnumerateObject().Select(p => p.Value.ToString()).Distinct(StringComparer.Ordinal)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    [GeneratedRegex(@"^(checkpoint|step|global_step|iter)[-_]?(?<step>\d{1,9})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
