namespace PaiConsole.Domain.Storage;

/// <summary>A folder or file directly under a place.</summary>
/// <param name="Name">Its name; a folder's ends in a slash.</param>
/// <param name="Files">Files in it; null where it was not looked at to its end.</param>
/// <param name="Size">Bytes of them; null as <paramref name="Files"/>.</param>
/// <param name="WrittenAt">The newest write that was seen; null for none.</param>
public sealed record FolderEntry(string Name, long? Files, long? Size, DateTimeOffset? WrittenAt)
{
    /// <summary>It is a folder.</summary>
    public bool IsFolder => Name.EndsWith('/');
}

/// <summary>What lies under a place, as far as it was looked at.</summary>
/// <param name="Entries">Folders first, then files, each by name.</param>
/// <param name="MoreEntries">There are more entries than these.</param>
/// <param name="Files">Files counted.</param>
/// <param name="Size">Bytes of them.</param>
/// <param name="IsCounted">All were counted; otherwise there are at least so many.</param>
/// <param name="WrittenAt">The newest write that was seen.</param>
public sealed record FolderView(IReadOnlyList<FolderEntry> Entries, bool MoreEntries, long Files, long Size, bool IsCounted, DateTimeOffset? WrittenAt)
{
    /// <summary>Nothing is there.</summary>
    public bool IsEmpty => Entries.Count == 0 && Files == 0;

    /// <summary>Puts together what two looks gave: one at what is directly under the place, one at everything under it.</summary>
    /// <param name="folders">Folders directly under it, each ending in a slash.</param>
    /// <param name="files">Files directly under it.</param>
    /// <param name="moreEntries">The first look ended early.</param>
    /// <param name="everything">Everything under it, in the order of keys.</param>
    /// <param name="isCounted">The second look went to the end.</param>
    public static FolderView Of(IReadOnlyList<string> folders, IReadOnlyList<StoredFile> files, bool moreEntries, IReadOnlyList<StoredFile> everything, bool isCounted)
    {
        static bool IsFile(StoredFile file) => file.Path.Length > 0 && !file.Path.EndsWith('/');
        var seen = everything.Where(file => IsFile(file) && file.Path.Contains('/', StringComparison.Ordinal))
            .GroupBy(file => file.Path[..(file.Path.IndexOf('/', StringComparison.Ordinal) + 1)], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        // Keys come in order: a folder that lies before the last key was seen whole, and one that lies after it not at all.
        var last = everything.Count > 0 ? everything[^1].Path : "";
        bool IsWhole(string folder) => isCounted || (string.CompareOrdinal(folder, last) < 0 && !last.StartsWith(folder, StringComparison.Ordinal));
        List<FolderEntry> entries =
        [
            .. folders.Distinct(StringComparer.Ordinal).Select(folder => IsWhole(folder) && seen.GetValueOrDefault(folder) is var inside
                ? new FolderEntry(folder, inside?.Count ?? 0, inside?.Sum(file => file.Size) ?? 0, inside?.Max(file => file.WrittenAt))
                : new FolderEntry(folder, null, null, seen.GetValueOrDefault(folder)?.Max(file => file.WrittenAt))).OrderBy(entry => entry.Name, StringComparer.Ordinal),
            .. files.Where(IsFile).Select(file => new FolderEntry(file.Path, 1, file.Size, file.WrittenAt)).OrderBy(entry => entry.Name, StringComparer.Ordinal),
        ];
        var counted = everything.Where(IsFile).ToList();
        return new(entries, moreEntries, counted.Count, counted.Sum(file => file.Size), isCounted, counted.Max(file => file.WrittenAt));
    }
}
