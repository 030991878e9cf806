namespace PaiConsole.Domain.Storage;

/// <summary>Finds the checkpoints among the objects under a place.</summary>
public static class CheckpointFinder
{
    private const string Marker = "latest";
    private static readonly string[] WeightEndings = [".pt", ".pth", ".ckpt", ".bin", ".safetensors", ".tar"];

    /// <summary>Every checkpoint, the one furthest along first.</summary>
    /// <param name="files">The objects under the place, in any order.</param>
    /// <param name="allListed">False where the listing ended early: then none is called complete that lies in the folder where it ended.</param>
    /// <param name="markers">What DeepSpeed's files <c>latest</c> say, by their path; those that were not read may be left out.</param>
    public static IReadOnlyList<Checkpoint> Find(IReadOnlyList<StoredFile> files, bool allListed, IReadOnlyDictionary<string, string>? markers = null)
    {
        Dictionary<string, (CheckpointName Name, List<StoredFile> Files)> found = new(StringComparer.Ordinal);
        foreach (var file in files)
        {
            // An object whose key ends in a slash stands for a folder and holds nothing.
            if (!file.Path.EndsWith('/') && Owner(file.Path) is var (path, name))
            {
                if (!found.TryGetValue(path, out var entry))
                    found[path] = entry = (name, []);
                entry.Files.Add(file);
            }
        }

        // Keys come in order, so only the folder of the last one can be cut.
        var cut = allListed || files.Count == 0 ? null : Owner(files.MaxBy(file => file.Path, StringComparer.Ordinal)!.Path)?.Path;
        var latest = Markers(files).ToDictionary(path => path[..^Marker.Length], path => markers?.GetValueOrDefault(path), StringComparer.Ordinal);
        List<Checkpoint> read = [.. found.Select(entry => CheckpointInventory.Read(entry.Key, entry.Value.Name, entry.Value.Files, latest, entry.Key == cut))];
        List<Checkpoint> judged = [.. read.Select(checkpoint => CheckpointSiblings.Compare(checkpoint, read))];
        judged.Sort(Checkpoint.NewestFirst);
        return judged;
    }

    /// <summary>Paths of DeepSpeed's files <c>latest</c>, a line of text each.</summary>
    public static IEnumerable<string> Markers(IEnumerable<StoredFile> files) =>
        files.Select(file => file.Path).Where(path => path == Marker || path.EndsWith("/" + Marker, StringComparison.Ordinal));

    /// <summary>The checkpoint that a file belongs to: its outermost folder that is named like one, or itself.</summary>
    private static (string Path, CheckpointName Name)? Owner(string path)
    {
        CheckpointName? epoch = null;
        (string Path, CheckpointName Name)? owner = null;
        for (var (from, slash) = (0, path.IndexOf('/', StringComparison.Ordinal)); slash >= 0; (from, slash) = (slash + 1, path.IndexOf('/', slash + 1)))
        {
            if (CheckpointName.Read(path[from..slash]) is not { } name)
                continue;
            if (name.Step is not null)
                return owner is { Name.Step: null, Name.Epoch: null } ? owner : (path[..(slash + 1)], name with { Epoch = name.Epoch ?? epoch?.Epoch });
            epoch ??= name;
            owner ??= (path[..(slash + 1)], name);
        }

        if (owner is not null)
            return owner;
        var ending = WeightEndings.FirstOrDefault(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase));
        var begin = path.LastIndexOf('/') + 1;
        return ending is not null && CheckpointName.Read(path[begin..^ending.Length]) is { } own ? (path, own) : null;
    }
}
