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
}
