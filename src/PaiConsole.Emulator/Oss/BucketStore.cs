using System.Text;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Oss;

/// <summary>
/// Every bucket of the world. Used inside <see cref="World.World.Do(Action)"/> or a transition, as every store; a place is
/// <c>oss://bucket/key</c>, with or without an endpoint after the bucket, so the URI of a mount can be given as it is.
/// </summary>
internal sealed class BucketStore(World.World world)
{
    private readonly SortedDictionary<string, Bucket> _byName = new(StringComparer.Ordinal);

    /// <summary>All, by name.</summary>
    public IReadOnlyCollection<Bucket> All => _byName.Values;

    public int Count => _byName.Count;

    /// <summary>Objects of all buckets.</summary>
    public int Objects => _byName.Values.Sum(b => b.Count);

    /// <summary>Makes a bucket; the one of that name where there is one.</summary>
    /// <param name="name">Name.</param>
    /// <param name="created">When; null for now.</param>
    /// <param name="region">Where; null for the world's region.</param>
    /// <param name="owner">Account it belongs to; null for that of the access key. The key may not read a bucket of another account.</param>
    public Bucket Create(string name, DateTimeOffset? created = null, string? region = null, string? owner = null)
    {
        if (!_byName.TryGetValue(name, out var bucket))
            _byName[name] = bucket = new(name, region ?? world.Options.Region, owner ?? People.KeyOwner, created ?? world.Now);
        return bucket;
    }

    public Bucket? Find(string name) => _byName.GetValueOrDefault(name);

    public bool Remove(string name) => _byName.Remove(name);

    /// <summary>Writes an object of so many octets without keeping any: what is written is many GB.</summary>
    /// <param name="uri">Place, key included.</param>
    /// <param name="size">Octets.</param>
    /// <param name="modified">World time of the write; null for now.</param>
    /// <returns>The object; null where there is no such bucket, and nothing was written.</returns>
    public StoredObject? Put(string uri, long size, DateTimeOffset? modified = null) => Write(uri, size, null, modified);

    /// <summary>Writes a small object with its text, such as the index of shards or DeepSpeed's <c>latest</c>.</summary>
    /// <returns>The object; null where there is no such bucket, and nothing was written.</returns>
    public StoredObject? Put(string uri, string text, DateTimeOffset? modified = null)
    {
        var octets = Encoding.UTF8.GetBytes(text);
        return Write(uri, octets.Length, octets, modified);
    }

    /// <summary>Objects under a place, in the order of their keys; none where there is no such bucket.</summary>
    public IEnumerable<StoredObject> List(string uri) => OssPlace.Parse(uri) is var place && Find(place.Bucket) is { } bucket ? bucket.List(place.Key) : [];

    /// <summary>The object at a place; null where there is none.</summary>
    public StoredObject? Get(string uri) => OssPlace.Parse(uri) is var place ? Find(place.Bucket)?.Find(place.Key) : null;

    /// <summary>Deletes the object at a place. True where there was one.</summary>
    public bool Delete(string uri) => OssPlace.Parse(uri) is var place && Find(place.Bucket)?.Delete(place.Key) == true;

    /// <summary>Deletes every object whose key begins so, as a person or a lifecycle rule does. Tells how many there were.</summary>
    public int DeleteUnder(string uri) => List(uri).Select(o => o.Key).ToList() is var keys && Find(OssPlace.Parse(uri).Bucket) is { } bucket ? keys.Count(bucket.Delete) : 0;

    public void Clear() => _byName.Clear();

    private StoredObject? Write(string uri, long size, ReadOnlyMemory<byte>? content, DateTimeOffset? modified)
    {
        var place = OssPlace.Parse(uri);
        if (place.Key.Length == 0)
            throw new FormatException($"'{uri}' names a bucket and no object.");
        if (Find(place.Bucket) is not { } bucket)
            return null;
        StoredObject written = new(place.Key, size, modified ?? world.Now, content, bucket.StorageClass);
        bucket.Put(written);
        return written;
    }
}
