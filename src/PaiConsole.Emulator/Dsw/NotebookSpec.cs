using System.Text.Json;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>What was asked for: the body of CreateInstance, with later updates laid over it field by field.</summary>
internal sealed class NotebookSpec
{
    private readonly Dictionary<string, JsonElement> _fields = new(StringComparer.Ordinal);

    public NotebookSpec(JsonElement body) => Merge(body);

    public string Name => Text("InstanceName") ?? "";

    public string EcsSpec => Text("EcsSpec") ?? "";

    /// <summary>A field as it was sent; null where it was not.</summary>
    public JsonElement? this[string field] => _fields.TryGetValue(field, out var value) ? value : null;

    public string? Text(string field) => this[field]?.GetString();

    /// <summary>Lays a later body over this one. A field that is sent replaces the whole field.</summary>
    public void Merge(JsonElement body)
    {
        foreach (var field in body.EnumerateObject())
            if (field.Value.ValueKind != JsonValueKind.Null)
                _fields[field.Name] = field.Value.Clone();
    }

    /// <summary>Labels by key, a copy; set them to change them.</summary>
    public Dictionary<string, string> Labels
    {
        get
        {
            Dictionary<string, string> labels = new(StringComparer.Ordinal);
            foreach (var label in this["Labels"]?.EnumerateArray().ToArray() ?? [])
                labels[label.Text("Key") ?? ""] = label.Text("Value") ?? "";
            return labels;
        }
        set => _fields["Labels"] = JsonSerializer.SerializeToElement(value.Select(l => new { l.Key, l.Value }), WireJson.Wire);
    }

    public void Remove(string field) => _fields.Remove(field);

    /// <summary>Fraction of the list price that this instance costs.</summary>
    public double SpotFactor =>
        this["SpotSpec"]?.Text("SpotStrategy") is { } strategy && strategy != "NoSpot" ? Facts.SkuCatalogue.Find(EcsSpec)?.SpotFactor ?? 1 : 1;
}
