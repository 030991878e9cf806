using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Preflight;

/// <summary>Paths in a container, and which of them outlive it.</summary>
public static class MountPaths
{
    /// <summary>Nothing may be mounted at these, nor below.</summary>
    private static readonly string[] _trees = ["/bin", "/boot", "/dev", "/etc", "/lib", "/lib64", "/proc", "/run", "/sbin", "/sys", "/usr"];

    /// <summary>Nothing may be mounted exactly at these.</summary>
    private static readonly string[] _roots = ["", "/home", "/mnt", "/opt", "/root", "/tmp", "/var"];

    /// <summary>Starts at the root and does not climb.</summary>
    public static bool IsAbsolute(string path) => path.StartsWith('/') && !path.Split('/').Contains("..", StringComparer.Ordinal);

    /// <summary>The container needs what lies there.</summary>
    public static bool IsSystem(string path)
    {
        var plain = Plain(path);
        return _roots.Contains(plain, StringComparer.Ordinal) || _trees.Any(tree => IsInside(plain, tree));
    }

    /// <summary>One lies in the other, or they are the same.</summary>
    public static bool Overlap(string one, string other) => IsInside(one, other) || IsInside(other, one);

    /// <summary>The path is the folder or lies in it.</summary>
    public static bool IsInside(string path, string folder) =>
        (Plain(path) + "/").StartsWith(Plain(folder) + "/", StringComparison.Ordinal);

    /// <summary>What is written there is still there when the container is gone.</summary>
    public static bool IsDurable(string path, IEnumerable<DataMount> mounts) =>
        IsAbsolute(path) && mounts.Any(mount => IsAbsolute(mount.MountPath) && IsInside(path, mount.MountPath));

    /// <summary>Without doubled and trailing slashes; the root is empty.</summary>
    private static string Plain(string path) => string.Concat(path.Split('/').Where(part => part is not ("" or ".")).Select(part => "/" + part));
}
