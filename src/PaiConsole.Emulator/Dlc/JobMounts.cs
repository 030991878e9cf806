using PaiConsole.Emulator.Oss;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>Where paths inside a job's containers lead: the data sources it mounts.</summary>
internal static class JobMounts
{
    /// <summary>
    /// The place in OSS of a path in a container, without a trailing slash; null where the path is on no mount of OSS, and so lost with its pod.
    /// The innermost mount counts. A place in OSS may be given as it is.
    /// </summary>
    public static string? Place(Job job, string path)
    {
        if (OssPlace.TryParse(path, out var direct))
            return Uri(direct.Bucket, direct.Key);
        var (longest, place) = (-1, (string?)null);
        foreach (var source in job.Request.Body.Field("DataSources")?.EnumerateArray() ?? [])
        {
            var registered = source.Text("DataSourceId") is { } id ? job.World.Assets.Datasets.Find(d => d.Id == id) : null;
            var mount = (source.Text("MountPath") ?? registered?.MountPath)?.TrimEnd('/');
            if (mount is null || mount.Length <= longest || !(path + "/").StartsWith(mount + "/", StringComparison.Ordinal))
                continue;
            longest = mount.Length;
            place = OssPlace.TryParse(source.Text("Uri") ?? registered?.Uri, out var root) ? Uri(root.Bucket, root.Key.TrimEnd('/') + "/" + path[mount.Length..].Trim('/')) : null;
        }

        return place;
    }

    private static string Uri(string bucket, string key) => $"oss://{bucket}/{key.Trim('/')}".TrimEnd('/');
}
