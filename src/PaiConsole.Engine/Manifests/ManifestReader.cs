using PaiConsole.Domain.Jobs.Manifests;

namespace PaiConsole.Engine.Manifests;

/// <summary>
/// Reads a training manifest (YAML) and says everything that is wrong with it at once. At most 256 KB and 32 levels;
/// no anchors, aliases or tags; a key twice is an error. Never throws for what the text holds.
/// </summary>
public static class ManifestReader
{
    /// <summary>The manifest, as far as it can be read, and the faults with their lines.</summary>
    public static ManifestReadResult Read(string yaml)
    {
        var notes = new ManifestNotes();
        var root = YamlTree.Read(yaml, notes);
        if (root is YamlMap map)
            return new ManifestReadResult(ManifestMapper.Map(new YamlFields(map, "", notes), notes), notes.Findings);
        if (root is not null && notes.Findings.Count == 0)
            notes.Shape("The document", root.Line, "a map");
        return new ManifestReadResult(null, notes.Findings);
    }
}
