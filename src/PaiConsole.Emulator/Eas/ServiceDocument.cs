using System.Text.Json;
using System.Text.Json.Nodes;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>An instance type a service may run on.</summary>
/// <param name="Type">Instance type.</param>
/// <param name="SpotPriceLimit">CNY per hour it may cost as spot; null asks for pay-as-you-go.</param>
internal sealed record Candidate(string Type, double? SpotPriceLimit);

/// <summary>What a replica got.</summary>
/// <param name="Sku">Instance type; empty when only vCPUs and memory were asked for.</param>
/// <param name="SpotFactor">Fraction of the list price; 1 for pay-as-you-go.</param>
internal sealed record Machine(string Sku, double SpotFactor)
{
    public bool IsSpot => SpotFactor < 1;
}

/// <summary>The service JSON: free-form, with dotted keys that may be nested or flat (<c>"rpc.batching"</c> is <c>rpc: {batching}</c>).</summary>
internal sealed class ServiceDocument
{
    private readonly JsonObject _root;
    private string? _text;

    public ServiceDocument(JsonElement body) => _root = JsonObject.Create(body.Clone())!;

    private ServiceDocument(JsonObject root) => _root = root;

    public string? Name => Text("metadata.name") ?? Text("name");

    public int Instances => (int)(Number("metadata.instance") ?? 1);

    public string? Group => Text("metadata.group");

    public string? Image => (_root["containers"] as JsonArray)?.OfType<JsonObject>().Select(c => Read(c, "image")?.ToString()).FirstOrDefault();

    /// <summary>What starts the server: a command, a script, or the built-in processor's name.</summary>
    public string Command => (_root["containers"] as JsonArray)?.OfType<JsonObject>()
        .Select(c => Read(c, "script")?.ToString() ?? Read(c, "command")?.ToString()).FirstOrDefault() ?? Text("processor") ?? Text("processor_type") ?? "";

    public string Type => Text("metadata.type") ?? "Standard";

    public IReadOnlyDictionary<string, string> Labels => Read(_root, "labels") is JsonObject labels
        ? labels.ToDictionary(l => l.Key, l => l.Value?.ToString() ?? "", StringComparer.Ordinal)
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Ordered: each is tried when the one before has no stock within its price.</summary>
    public IReadOnlyList<Candidate> Candidates
    {
        get
        {
            if (Read(_root, "cloud.computing.instances") is JsonArray { Count: > 0 } list)
                return [.. list.OfType<JsonObject>().Select(i => new Candidate(Read(i, "type")?.ToString() ?? "", NumberOf(Read(i, "spot_price_limit"))))];
            return Text("cloud.computing.instance_type") is { } single ? [new(single, null)] : [];
        }
    }

    /// <summary>The value at a dotted path; null where absent.</summary>
    public JsonNode? this[string path] => Read(_root, path);

    public string? Text(string path) => Read(_root, path) is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public double? Number(string path) => NumberOf(Read(_root, path));

    public bool Flag(string path) => Read(_root, path) is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    /// <summary>The machine a new replica gets; null while no candidate is to be had within its price.</summary>
    public Machine? Choose(string region)
    {
        if (Candidates.Count == 0)
            return new("", 1);
        foreach (var candidate in Candidates)
        {
            if (candidate.SpotPriceLimit is not { } limit)
                return new(candidate.Type, 1);
            if (SkuCatalogue.Find(candidate.Type) is { } sku && (!sku.PricePerHour.TryGetValue(region, out var list) || limit >= list * sku.SpotFactor))
                return new(candidate.Type, sku.SpotFactor);
        }

        return null;
    }

    /// <summary>Lays another document over this one: objects key by key, everything else whole; null takes a key away.</summary>
    public ServiceDocument Merge(JsonElement over)
    {
        var merged = _root.DeepClone().AsObject();
        Lay(merged, JsonObject.Create(over.Clone())!);
        return new(merged);
    }

    /// <summary>The number of replicas as it was last set by a call that does not send the document.</summary>
    public ServiceDocument WithInstances(int instances) => With("metadata", "instance", JsonValue.Create(instances));

    /// <summary>With this key of metadata.</summary>
    public ServiceDocument With(string key, string value) => With("metadata", key, JsonValue.Create(value));

    public ServiceDocument WithLabel(string key, string value) => With("labels", key, JsonValue.Create(value));

    /// <summary>True when the two differ in the number of replicas and nothing else.</summary>
    public bool DiffersOnlyInInstances(ServiceDocument other) => JsonNode.DeepEquals(WithInstances(0)._root, other.WithInstances(0)._root);

    /// <summary>As the API returns it: without the token, which only its own field tells.</summary>
    public override string ToString() => _text ??= Write();

    private string Write()
    {
        var shown = _root.DeepClone().AsObject();
        shown.Remove("token");
        return shown.ToJsonString(WireJson.Wire);
    }

    private ServiceDocument With(string parent, string key, JsonNode value)
    {
        var changed = _root.DeepClone().AsObject();
        if (changed[parent] is not JsonObject inner)
            changed[parent] = inner = [];
        inner[key] = value;
        return new(changed);
    }

    private static void Lay(JsonObject under, JsonObject over)
    {
        foreach (var (key, value) in over)
        {
            if (value is null)
                under.Remove(key);
            else if (value is JsonObject inner && under[key] is JsonObject known)
                Lay(known, inner);
            else
                under[key] = value.DeepClone();
        }
    }

    private static JsonNode? Read(JsonObject at, string path)
    {
        if (at.TryGetPropertyValue(path, out var value))
            return value;
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
            if (at[path[..dot]] is JsonObject inner && Read(inner, path[(dot + 1)..]) is { } found)
                return found;
        return null;
    }

    private static double? NumberOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number
            ? double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
