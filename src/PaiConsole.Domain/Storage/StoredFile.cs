namespace PaiConsole.Domain.Storage;

/// <summary>An object, as seen from a folder.</summary>
/// <param name="Path">Its key without the folder's prefix.</param>
/// <param name="Size">Bytes.</param>
/// <param name="WrittenAt">Last write, by the cloud's clock; null where the cloud did not say.</param>
public sealed record StoredFile(string Path, long Size, DateTimeOffset? WrittenAt);
