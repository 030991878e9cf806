using System.Globalization;
using PaiConsole.Domain.Jobs.Manifests;

namespace PaiConsole.Engine.Manifests;

/// <summary>
/// The fields of a map, read one by one: a value of the wrong kind is said and treated as absent, and
/// <see cref="IgnoreRest"/> names every field that nobody asked for.
/// </summary>
internal sealed class YamlFields
{
    private readonly YamlMap _map;
    private readonly ManifestNotes _notes;
    private readonly Dictionary<string, YamlValue> _values;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public YamlFields(YamlMap map, string path, ManifestNotes notes)
    {
        (_map, Path, _notes) = (map, path, notes);
        _values = map.Entries.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
        foreach (var entry in map.Entries)
            notes.Lines[At(entry.Key)] = entry.Line;
    }

    public string Path { get; }

    public int Line => _map.Line;

    public IEnumerable<string> Keys => _map.Entries.Select(entry => entry.Key);

    public string At(string key) => Path.Length == 0 ? key : $"{Path}.{key}";

    /// <summary>A text, or null where it is absent.</summary>
    public string? Text(string key) => Get<YamlText>(key, "text")?.Value;

    /// <summary>A text that a job cannot do without; empty where it is absent, which is said.</summary>
    public string RequiredText(string key)
    {
        if (Text(key) is { Length: > 0 } text)
            return text;
        Missing(key);
        return "";
    }

    /// <summary>A whole number, or null.</summary>
    public long? Whole(string key)
    {
        if (Get<YamlText>(key, "a whole number") is not { } text)
            return null;
        if (long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        _notes.Shape(At(key), text.Line, "a whole number");
        return null;
    }

    /// <summary>A map, or null.</summary>
    public YamlFields? Map(string key) => Get<YamlMap>(key, "a map") is { } map ? new YamlFields(map, At(key), _notes) : null;

    /// <summary>A list of maps.</summary>
    public IReadOnlyList<YamlFields> Maps(string key)
    {
        var maps = new List<YamlFields>();
        foreach (var (item, index) in Items(key))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{At(key)}[{index}]");
            _notes.Lines[path] = item.Line;
            if (item is YamlMap map)
                maps.Add(new YamlFields(map, path, _notes));
            else
                _notes.Shape(path, item.Line, "a map");
        }
        return maps;
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var (item, index) in Items(key))
        {
            if (item is YamlText text)
                texts.Add(text.Value);
            else
                _notes.Shape(string.Create(CultureInfo.InvariantCulture, $"{At(key)}[{index}]"), item.Line, "text");
        }
        return texts;
    }

    /// <summary>A map of texts, such as labels.</summary>
    public IReadOnlyDictionary<string, string> TextMap(string key)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Map(key) is { } map)
        {
            foreach (var name in map.Keys)
            {
                if (map.Text(name) is { } text)
                    texts[name] = text;
            }
        }
        return texts;
    }

    /// <summary>The field is there, whatever it holds, and is not null.</summary>
    public bool HasValue(string key) => Find(key) is not (null or YamlText { IsNull: true });

    /// <summary>Says that a field is absent.</summary>
    public void Missing(string key) => _notes.Add(ManifestKinds.Missing, Line, ("path", At(key)));

    /// <summary>Says that a field is there for nothing.</summary>
    public void Ignore(string key)
    {
        _read.Add(key);
        _notes.Add(ManifestKinds.Ignored, _notes.Lines[At(key)], ("path", At(key)));
    }

    /// <summary>Says it of every field that was not read.</summary>
    public void IgnoreRest()
    {
        foreach (var key in Keys.Where(key => !_read.Contains(key)).ToList())
            Ignore(key);
    }

    private IEnumerable<(YamlValue Item, int Index)> Items(string key) =>
        Get<YamlList>(key, "a list")?.Items.Select((item, index) => (item, index)) ?? [];

    private YamlValue? Find(string key) => _values.GetValueOrDefault(key);

    private T? Get<T>(string key, string expected) where T : YamlValue
    {
        _read.Add(key);
        var value = Find(key);
        if (value is null or YamlText { IsNull: true })
            return null;
        if (value is not T wanted)
        {
            _notes.Shape(At(key), value.Line, expected);
            return null;
        }
        return wanted;
    }
}
