namespace PaiConsole.Emulator.Oss;

/// <summary>One documented operation of OSS.</summary>
internal interface IOssOperation
{
    /// <summary>Name in the documentation, such as <c>ListObjectsV2</c>; faults and the list of calls use it.</summary>
    string Name { get; }

    /// <summary>Whether this request means it.</summary>
    bool Means(OssCall call);

    /// <summary>Does the work, inside the world.</summary>
    /// <param name="call">The request, verified.</param>
    /// <param name="world">The world.</param>
    /// <param name="body">What was sent.</param>
    /// <exception cref="OssException">It is refused.</exception>
    OssAnswer Handle(OssCall call, World.World world, OssBody body);
}

/// <summary>What a request brought.</summary>
/// <param name="Length">Octets.</param>
/// <param name="Octets">The octets themselves; null where they are too many to be kept.</param>
/// <param name="Md5">Base64 of their MD5.</param>
internal sealed record OssBody(long Length, ReadOnlyMemory<byte>? Octets, string Md5);
