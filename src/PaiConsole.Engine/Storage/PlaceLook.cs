using PaiConsole.Domain.Storage;

namespace PaiConsole.Engine.Storage;

/// <summary>What came of looking at a place.</summary>
public enum PlaceState
{
    /// <summary>It was read.</summary>
    Seen,
    /// <summary>It is not in OSS (NAS, CPFS, or no URI is known): the console cannot look into it.</summary>
    NotOss,
    /// <summary>It says oss:// and names no bucket, or a host that is not OSS.</summary>
    Malformed,
    /// <summary>There is no such bucket.</summary>
    NoBucket,
    /// <summary>The console's key may not read it.</summary>
    Denied,
    /// <summary>OSS did not answer, or not in time.</summary>
    Unreachable,
}

/// <summary>A place, and what came of looking at it now.</summary>
/// <param name="Source">URI or dataset id, as it was given.</param>
/// <param name="Uri">URI that this stands for; null for an unknown dataset.</param>
/// <param name="State">What came of it.</param>
/// <param name="View">What lies there; null unless it was seen.</param>
/// <param name="At">When, by the cloud's clock.</param>
public sealed record PlaceLook(string Source, string? Uri, PlaceState State, FolderView? View, DateTimeOffset At)
{
    /// <summary>Where it is mounted; null where it is not.</summary>
    public string? MountPath { get; init; }
    /// <summary>The cloud's error code; null where it was seen or never asked.</summary>
    public string? Code { get; init; }
    /// <summary>The cloud's own words for it.</summary>
    public string? Message { get; init; }
    /// <summary>The cloud's request id.</summary>
    public string? RequestId { get; init; }
}
