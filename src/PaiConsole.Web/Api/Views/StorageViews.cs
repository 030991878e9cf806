using PaiConsole.Domain.Storage;
using PaiConsole.Engine.Storage;

namespace PaiConsole.Web.Api.Views;

/// <summary>A place in OSS, looked at now.</summary>
/// <param name="MountPath">Where it is mounted; null where it is not.</param>
/// <param name="Uri">Where it is; null for an unknown dataset.</param>
/// <param name="State">Seen, NotOss, Malformed, NoBucket, Denied or Unreachable.</param>
/// <param name="Entries">Folders and files directly under it; the first 1,000.</param>
/// <param name="MoreEntries">There are more.</param>
/// <param name="Files">Files counted under it; null unless it was seen.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Counted">All were counted; otherwise there are at least so many.</param>
/// <param name="Code">The cloud's error code.</param>
/// <param name="Message">The cloud's words.</param>
/// <param name="RequestId">The cloud's request id.</param>
/// <param name="AsOf">When it was looked at, by the cloud's clock.</param>
public sealed record PlaceView(
    string? MountPath, string? Uri, string State, IReadOnlyList<EntryView> Entries, bool MoreEntries, long? Files, long? Bytes, bool Counted,
    string? Code, string? Message, string? RequestId, DateTimeOffset AsOf)
{
    internal static PlaceView Of(PlaceLook look) => new(
        look.MountPath, look.Uri, look.State.ToString(),
        [.. (look.View?.Entries ?? []).Select(entry => new EntryView(entry.Name, entry.Files, entry.Size, entry.WrittenAt))],
        look.View?.MoreEntries ?? false, look.View?.Files, look.View?.Size, look.View?.IsCounted ?? false, look.Code, look.Message, look.RequestId, look.At);
}

/// <summary>A folder (its name ends in a slash) or a file.</summary>
/// <param name="Name">Name.</param>
/// <param name="Files">Files in it; null where they were not all counted.</param>
/// <param name="Bytes">Their bytes; null as files.</param>
/// <param name="WrittenAt">The newest write that was seen.</param>
public sealed record EntryView(string Name, long? Files, long? Bytes, DateTimeOffset? WrittenAt);

/// <summary>Checkpoints of a job.</summary>
/// <param name="Items">The one furthest along first.</param>
/// <param name="Total">How many there are.</param>
/// <param name="RestartFrom">Path of the checkpoint that a restart would use; null where it would begin at 0.</param>
/// <param name="LoggedStep">The last step that the log tells of; null for none.</param>
/// <param name="LostSteps">Steps that a restart would do again; null where it is not known.</param>
/// <param name="Places">Where they were looked for.</param>
/// <param name="AsOf">When, by the cloud's clock.</param>
public sealed record CheckpointsView(
    IReadOnlyList<CheckpointView> Items, int Total, string? RestartFrom, long? LoggedStep, long? LostSteps, IReadOnlyList<CheckpointPlaceView> Places, DateTimeOffset AsOf)
{
    internal static CheckpointsView Of(JobCheckpoints found)
    {
        var items = found.Places.SelectMany(place => place.Checkpoints.Select(checkpoint => CheckpointView.Of(place, checkpoint))).ToList();
        var from = found.Plan.From is { } chosen ? found.Places.First(place => place.Checkpoints.Contains(chosen)).Uri + chosen.Path : null;
        return new(items, items.Count, from, found.Plan.LoggedStep, found.Plan.LostSteps,
            [.. found.Places.Select(place => new CheckpointPlaceView(place.MountPath, place.Uri, place.State.ToString(), place.AllListed, place.Code, place.Message, place.RequestId))], found.At);
    }
}

/// <summary>A checkpoint.</summary>
/// <param name="Uri">Folder or file in OSS.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Step">Steps done, by its name; null where the name has none.</param>
/// <param name="Epoch">Epochs done, likewise.</param>
/// <param name="Kind">Full, Adapter, DeepSpeed or SingleFile.</param>
/// <param name="Parts">Weights, Tokenizer, Optimizer, Scheduler, TrainerState: those that are there.</param>
/// <param name="Files">How many files.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="Complete">A run can go on from it.</param>
/// <param name="Faults">Why not, where it cannot.</param>
/// <param name="WrittenAt">When its last file was written.</param>
public sealed record CheckpointView(
    string Uri, string Name, long? Step, long? Epoch, string Kind, IReadOnlyList<string> Parts, int Files, long Bytes, bool Complete, IReadOnlyList<CheckpointFaultView> Faults,
    DateTimeOffset? WrittenAt)
{
    internal static CheckpointView Of(CheckpointPlace place, Checkpoint checkpoint) => new(
        place.Uri + checkpoint.Path, checkpoint.Title, checkpoint.Name.Step, checkpoint.Name.Epoch, checkpoint.Kind.ToString(),
        [.. Enum.GetValues<CheckpointParts>().Where(part => part != CheckpointParts.None && checkpoint.Parts.HasFlag(part)).Select(part => part.ToString())],
        checkpoint.Files.Count, checkpoint.Size, checkpoint.IsComplete, [.. checkpoint.Faults.Select(fault => new CheckpointFaultView(fault.Kind.ToString(), fault.Evidence))], checkpoint.WrittenAt);
}

/// <summary>Why a checkpoint cannot be resumed from.</summary>
/// <param name="Kind">NoWeights, MissingShards, NoOptimizer, ….</param>
/// <param name="Evidence">Which file, part or count.</param>
public sealed record CheckpointFaultView(string Kind, string Evidence);

/// <summary>Where checkpoints were looked for.</summary>
/// <param name="MountPath">Path in the container.</param>
/// <param name="Uri">Where that is.</param>
/// <param name="State">Seen, NoBucket, Denied or Unreachable.</param>
/// <param name="AllListed">Everything that lies there was seen.</param>
/// <param name="Code">The cloud's error code.</param>
/// <param name="Message">The cloud's words.</param>
/// <param name="RequestId">The cloud's request id.</param>
public sealed record CheckpointPlaceView(string MountPath, string Uri, string State, bool AllListed, string? Code, string? Message, string? RequestId);
