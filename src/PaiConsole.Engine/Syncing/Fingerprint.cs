namespace PaiConsole.Engine.Syncing;

/// <summary>
/// A 64-bit FNV-1a hash over the parts of an observation that can change. Recognising an unchanged object
/// must cost far less than reading it, since most objects in most looks are unchanged.
/// </summary>
internal struct Fingerprint()
{
    private ulong _hash = 14_695_981_039_346_656_037;

    public readonly long Value => unchecked((long)_hash);

    public Fingerprint Add(string? text)
    {
        if (text is null)
            return Mix(0xFFFF_FFFF);
        foreach (var c in text)
            Mix(c);
        return Mix(0x1_0000);
    }

    public Fingerprint Add(long? number) =>
        number is { } value ? Mix(unchecked((uint)value)).Mix(unchecked((uint)(value >> 32))) : Mix(0xFFFF_FFFE);

    public Fingerprint Add(DateTimeOffset? instant) => Add(instant?.UtcTicks);

    public Fingerprint Add(bool flag) => Mix(flag ? 1u : 2u);

    public Fingerprint Add(IReadOnlyDictionary<string, string> map)
    {
        // Order must not matter: JSON objects come in any order.
        ulong sum = 0;
        foreach (var (key, value) in map)
            sum += unchecked((ulong)new Fingerprint().Add(key).Add(value).Value);
        return Mix(unchecked((uint)sum)).Mix((uint)(sum >> 32));
    }

    private Fingerprint Mix(uint bits)
    {
        _hash = (_hash ^ bits) * 1_099_511_628_211;
        return this;
    }
}
