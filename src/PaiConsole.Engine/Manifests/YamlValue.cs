namespace PaiConsole.Engine.Manifests;

/// <summary>A value of a YAML document: text, list or map, and nothing else. No tag ever chooses a type.</summary>
/// <param name="Line">Where it begins, from 1.</param>
internal abstract record YamlValue(int Line);

/// <summary>A scalar, always text.</summary>
internal sealed record YamlText(int Line, string Value, bool IsPlain) : YamlValue(Line)
{
    /// <summary>Written without quotes as nothing, ~ or null.</summary>
    public bool IsNull => IsPlain && Value is ("" or "~" or "null" or "Null" or "NULL");
}

/// <summary>A sequence.</summary>
internal sealed record YamlList(int Line, List<YamlValue> Items) : YamlValue(Line);

/// <summary>A mapping with text keys, in the order of the document.</summary>
internal sealed record YamlMap(int Line, List<YamlEntry> Entries) : YamlValue(Line);

/// <summary>One key of a mapping.</summary>
internal sealed record YamlEntry(string Key, int Line, YamlValue Value);
