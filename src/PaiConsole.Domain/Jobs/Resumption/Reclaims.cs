using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Jobs.Resumption;

/// <summary>
/// Tells from the cloud's words whether spot machines were taken. No document lists the reason words of DLC, so these are
/// unverified; a reason that has none of them counts as another failure, which nobody resumes unasked.
/// </summary>
public static class Reclaims
{
    private static readonly string[] _words = ["reclaim", "preempt"];
    private static readonly string[] _notices = ["will be", "reclaimwarning", "reclaimnotice", "about to be"];

    /// <summary>The reason speaks of machines that were taken.</summary>
    public static bool IsReclaim(Reason? reason) => reason is not null && (Says(reason.Code) || Says(reason.Message));

    /// <summary>The job is over because its machines were taken, and the cloud does not start it again.</summary>
    public static bool Ended(TrainingJob job) =>
        job.Status is JobStatus.Failed or JobStatus.Stopped && job.Roles.Any(role => role.IsSpot)
        && (IsReclaim(job.Reason) || (job.History.Count > 0 && IsReclaim(job.History[^1].Reason)));

    /// <summary>An event that gives notice of a reclaim: its level is a word of its own, and says nothing of the future.</summary>
    public static bool IsNotice(string text) => Says(text) && _notices.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static bool Says(string? text) => text is not null && _words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
