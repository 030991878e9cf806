namespace PaiConsole.Domain.Workspaces;

/// <summary>References to container images.</summary>
public static class ImageReference
{
    /// <summary>Begins with a registry's host, such as <c>registry-vpc.cn-shanghai.aliyuncs.com/…</c>: it can be pulled as it is.</summary>
    public static bool HasRegistry(string image)
    {
        var slash = image.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && (image[..slash].Contains('.', StringComparison.Ordinal) || image[..slash].Contains(':', StringComparison.Ordinal));
    }

    /// <summary>Ends in a tag or a digest. A colon before the last slash is a port.</summary>
    public static bool IsPinned(string image) => image[(image.LastIndexOf('/') + 1)..].IndexOfAny([':', '@']) > 0;
}
