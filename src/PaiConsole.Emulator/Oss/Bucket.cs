namespace PaiConsole.Emulator.Oss;

/// <summary>A bucket: its objects in the order in which OSS lists them.</summary>
/// <param name="name">Lower-case letters, digits and hyphens; unique in the whole cloud.</param>
/// <param name="region">Where it is, such as <c>cn-shanghai</c>.</param>
/// <param name="owner">Account it belongs to.</param>
/// <param name="created">When.</param>
internal sealed class Bucket(string name, string region, string owner, DateTimeOffset created)
{
    // OSS orders keys by their UTF-8 octets; that and the order of UTF-16 units differ beyond U+FFFF only.
    private readonly SortedList<string, StoredObject> _objects = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    public string Region { get; } = region;

    public string Owner { get; } = owner;

    public DateTimeOffset Created { get; } = created;

    public string StorageClass => "Standard";

    public int Count => _objects.Count;

    /// <summary>Writes an object, over one of the same key if there is one.</summary>
    public void Put(StoredObject written) => _objects[written.Key] = written;

    /// <summary>True where there was such an object.</summary>
    public bool Delete(string key) => _objects.Remove(key);

    public StoredObject? Find(string key) => _objects.GetValueOrDefault(key);

    /// <summary>Objects whose key begins so, in order, from the first that comes at or after <paramref name="from"/>.</summary>
    public IEnumerable<StoredObject> List(string prefix, string from = "")
    {
        for (var i = FirstAtOrAfter(string.CompareOrdinal(from, prefix) > 0 ? from : prefix); i < _objects.Count; i++)
        {
            var next = _objects.GetValueAtIndex(i);
            if (!next.Key.StartsWith(prefix, StringComparison.Ordinal))
                yield break;
            yield return next;
        }
    }

    private int FirstAtOrAfter(string key)
    {
        var (low, high) = (0, _objects.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(_objects.GetKeyAtIndex(middle), key) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
