using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace PaiConsole.Engine.Syncing;

/// <summary>
/// A 64-bit hash over the parts of an observation that can change. Recognising an unchanged object must cost far less
/// than reading it, since most objects in most looks are unchanged.
/// </summary>
internal readonly struct Fingerprint
{
    // Where a text or number is absent, which must not look like an empty or a zero one.
    private const ulong Absent = 0x9E37_79B9_7F4A_7C15;
    private readonly ulong _hash;

    private Fingerprint(ulong hash) => _hash = hash;

    public long Value => unchecked((long)_hash);

    public Fingerprint Add(string? text) =>
        Mix(text is null ? Absent : XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()), text.Length));

    public Fingerprint Add(long? number) => number is { } value ? Mix(unchecked((ulong)value)) : Mix(Absent);

    public Fingerprint Add(DateTimeOffset? instant) => Add(instant?.UtcTicks);

    public Fingerprint Add(bool flag) => Mix(flag ? 1UL : 2UL);

    public Fingerprint Add(IReadOnlyDictionary<string, string> map)
    {
        // Order must not matter: JSON objects come in any order.
        ulong sum = 0;
        foreach (var (key, value) in map)
            sum = unchecked(sum + new Fingerprint().Add(key).Add(value)._hash);
        return Mix(sum);
    }

    private Fingerprint Mix(ulong bits)
    {
        ReadOnlySpan<ulong> pair = [_hash, bits];
        return new Fingerprint(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(pair)));
    }
}
