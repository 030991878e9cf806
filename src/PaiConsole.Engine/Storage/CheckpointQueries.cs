using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Storage;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Engine.Storage;

/// <summary>Finds a job's checkpoints where it writes: asked of OSS and of its log now, never stored.</summary>
public sealed class CheckpointQueries
{
    private const int Pages = 10;
    private const int MostPlaces = 4;
    private const int MostMarkers = 8;
    private const int LogLines = 200;
    private static readonly string[] Options = ["output_dir", "save_dir", "checkpoint_dir", "ckpt_dir", "save_path", "output_path", "output", "save"];
    private readonly JobQueries _jobs;
    private readonly PodLogs _logs;
    private readonly StorageQueries _storage;
    private readonly PlaceReader _reader;
    private readonly CloudNow _cloud;

    internal CheckpointQueries(JobQueries jobs, PodLogs logs, StorageQueries storage, PlaceReader reader, CloudNow cloud) =>
        (_jobs, _logs, _storage, _reader, _cloud) = (jobs, logs, storage, reader, cloud);

    /// <summary>The checkpoints of a job; null when there is no such job.</summary>
    public async Task<JobCheckpoints?> OfJobAsync(string id, CancellationToken ct)
    {
        if (await _jobs.WholeAsync(id, ct) is not { } job)
            return null;
        var step = LastStepAsync(job, ct);
        var places = await Task.WhenAll(Candidates(job).Take(MostPlaces).Select(candidate => ReadAsync(candidate.Path, candidate.Place, ct)));
        var first = places.FirstOrDefault(place => place.Checkpoints.Count > 0);
        return new(places, ResumePlan.Of(first?.Checkpoints ?? [], await step), _cloud.UtcNow);
    }

    /// <summary>The folder that the command writes to, where it is in a mount of OSS; otherwise every such mount, those named like an output first.</summary>
    private IEnumerable<(string Path, OssPlace Place)> Candidates(TrainingJob job)
    {
        List<(string Path, OssPlace Place)> mounts = [];
        foreach (var mount in job.Mounts)
            if (OssPlace.TryParse(_storage.UriOf(mount), out var place))
                mounts.Add((mount.MountPath, place));
        if (LaunchCommand.Parse(job.Command).ScriptOption(Options)?.Value is { } written && MountPaths.IsAbsolute(written) && !written.Contains('$', StringComparison.Ordinal)
            && mounts.Where(mount => MountPaths.IsInside(written, mount.Path)).MaxBy(mount => mount.Path.Length) is { Place: not null } holder)
            return [(written, holder.Place.Under(written[holder.Path.TrimEnd('/').Length..]))];
        return mounts.OrderByDescending(mount => LooksLikeOutput(mount.Path + mount.Place.Prefix));
    }

    private async Task<CheckpointPlace> ReadAsync(string path, OssPlace place, CancellationToken ct)
    {
        var found = await _reader.ListAsync(place, folded: false, Pages, ct);
        Dictionary<string, string> markers = new(StringComparer.Ordinal);
        foreach (var marker in CheckpointFinder.Markers(found.Files).Take(MostMarkers))
            if (await _reader.LineAsync(place, marker, ct) is { } line)
                markers[marker] = line;
        return new(
            path, place.Uri, found.State, CheckpointFinder.Find(found.Files, found.All, markers), found.All, found.Fault?.Code, found.Fault?.CloudMessage, found.Fault?.RequestId);
    }

    private async Task<long?> LastStepAsync(TrainingJob job, CancellationToken ct)
    {
        try
        {
            return LoggedStep.Last(await _logs.NewestOfLeaderAsync(job.Id, LogLines, ct));
        }
        catch (CloudUnavailableException)
        {
            // Without the log the checkpoints are still there; what is lost is then unknown.
            return null;
        }
    }

    private static bool LooksLikeOutput(string path) =>
        path.Contains("output", StringComparison.OrdinalIgnoreCase) || path.Contains("checkpoint", StringComparison.OrdinalIgnoreCase) || path.Contains("ckpt", StringComparison.OrdinalIgnoreCase);
}
