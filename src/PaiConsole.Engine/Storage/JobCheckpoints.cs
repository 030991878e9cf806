using PaiConsole.Domain.Storage;

namespace PaiConsole.Engine.Storage;

/// <summary>Checkpoints of a job, as they lie in OSS now.</summary>
/// <param name="Places">Where they were looked for; empty where the job has nothing of OSS mounted.</param>
/// <param name="Plan">Where a restart would go on, over the place that holds checkpoints.</param>
/// <param name="At">When, by the cloud's clock.</param>
public sealed record JobCheckpoints(IReadOnlyList<CheckpointPlace> Places, ResumePlan Plan, DateTimeOffset At);

/// <summary>One place that was looked at.</summary>
/// <param name="MountPath">Where it is in the container.</param>
/// <param name="Uri">Where it is.</param>
/// <param name="State">What came of it.</param>
/// <param name="Checkpoints">What was found, the one furthest along first.</param>
/// <param name="AllListed">Everything that lies there was seen.</param>
/// <param name="Code">The cloud's error code.</param>
/// <param name="Message">The cloud's words.</param>
/// <param name="RequestId">The cloud's request id.</param>
public sealed record CheckpointPlace(
    string MountPath, string Uri, PlaceState State, IReadOnlyList<Checkpoint> Checkpoints, bool AllListed, string? Code, string? Message, string? RequestId);
