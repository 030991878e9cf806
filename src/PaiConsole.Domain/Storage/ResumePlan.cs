namespace PaiConsole.Domain.Storage;

/// <summary>Where a restart would go on, and what it would have to do again.</summary>
/// <param name="From">The newest complete checkpoint; null where there is none and a restart begins at 0.</param>
/// <param name="PassedOver">Checkpoints further along that cannot be used, the furthest first.</param>
/// <param name="LoggedStep">The last step that the log tells of; null where it tells of none.</param>
public sealed record ResumePlan(Checkpoint? From, IReadOnlyList<Checkpoint> PassedOver, long? LoggedStep)
{
    /// <summary>
    /// Steps to be done again: from the checkpoint to the last logged step. Null where the log or the checkpoint says no step, and where the
    /// checkpoint is ahead of the log.
    /// </summary>
    public long? LostSteps => LoggedStep is not { } logged ? null
        : From is null ? logged
        : From.Name.Step is { } step && step <= logged ? logged - step : null;

    /// <summary>The checkpoint is further along than the log: an earlier run wrote it, or the log counts anew.</summary>
    public bool IsAheadOfLog => From?.Name.Step > LoggedStep;

    /// <summary>Chooses among the checkpoints under a place.</summary>
    /// <param name="checkpoints">As found.</param>
    /// <param name="loggedStep">The last step that the log tells of.</param>
    public static ResumePlan Of(IReadOnlyList<Checkpoint> checkpoints, long? loggedStep)
    {
        // Several runs may have written under one place: the one that wrote last is meant.
        var run = checkpoints.Where(checkpoint => checkpoint.IsComplete)
            .GroupBy(checkpoint => checkpoint.Parent, StringComparer.Ordinal)
            .OrderByDescending(group => group.Max(checkpoint => checkpoint.WrittenAt)).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault();
        var ordered = checkpoints.Where(checkpoint => run is null || checkpoint.Parent == run.Key).ToList();
        ordered.Sort(Checkpoint.NewestFirst);
        var from = ordered.Find(checkpoint => checkpoint.IsComplete);
        return new(from, [.. ordered.TakeWhile(checkpoint => checkpoint != from)], loggedStep);
    }
}
