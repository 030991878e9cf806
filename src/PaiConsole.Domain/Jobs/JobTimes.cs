namespace PaiConsole.Domain.Jobs;

/// <summary>Whose work or wait a stretch of a job's life is.</summary>
public enum JobTimeOwner
{
    /// <summary>Waiting for machines: Creating, Queuing.</summary>
    Queue,
    /// <summary>Waiting for spot capacity: Bidding.</summary>
    Bidding,
    /// <summary>Image, mounts and network: EnvPreparing.</summary>
    Environment,
    /// <summary>Checking the nodes: SanityChecking.</summary>
    Check,
    /// <summary>The command runs.</summary>
    Run,
    /// <summary>Everything between a first run and the next one.</summary>
    Restart,
    /// <summary>Stopping, pods kept after the run, and words this version does not know.</summary>
    Other,
}

/// <summary>A stretch of a job's life in one state.</summary>
/// <param name="StatusWord">The cloud's word.</param>
/// <param name="From">Start.</param>
/// <param name="To">End; null while it lasts.</param>
public readonly record struct JobStretch(string StatusWord, DateTimeOffset From, DateTimeOffset? To);

/// <summary>Where the time of a job went, by whose it was.</summary>
/// <param name="Parts">Those that took any time, in the order of their owners.</param>
public sealed record JobTimes(IReadOnlyList<KeyValuePair<JobTimeOwner, TimeSpan>> Parts)
{
    /// <summary>The time of one owner; zero where there is none.</summary>
    public TimeSpan this[JobTimeOwner owner] => Parts.FirstOrDefault(part => part.Key == owner).Value;

    /// <summary>Waiting that only the cloud's capacity explains.</summary>
    public TimeSpan CloudWait => this[JobTimeOwner.Queue] + this[JobTimeOwner.Bidding];

    /// <summary>Getting ready, which an image, mounts and checks of one's own make longer or shorter.</summary>
    public TimeSpan Preparation => this[JobTimeOwner.Environment] + this[JobTimeOwner.Check];

    /// <summary>Adds up the stretches of a job, oldest first; one that lasts counts up to <paramref name="now"/>.</summary>
    public static JobTimes Of(IEnumerable<JobStretch> stretches, DateTimeOffset now)
    {
        var sums = new SortedDictionary<JobTimeOwner, TimeSpan>();
        var hasRun = false;
        foreach (var stretch in stretches)
        {
            var status = JobStates.Parse(stretch.StatusWord);
            if (status.IsTerminal())
                continue;
            var owner = OwnerOf(status);
            if (hasRun && owner is not (JobTimeOwner.Run or JobTimeOwner.Other))
                owner = JobTimeOwner.Restart;
            hasRun |= owner == JobTimeOwner.Run;
            var length = (stretch.To ?? now) - stretch.From;
            if (length > TimeSpan.Zero)
                sums[owner] = sums.GetValueOrDefault(owner) + length;
        }
        return new JobTimes([.. sums]);
    }

    private static JobTimeOwner OwnerOf(JobStatus status) => status switch
    {
        JobStatus.Creating or JobStatus.Queuing => JobTimeOwner.Queue,
        JobStatus.Bidding => JobTimeOwner.Bidding,
        JobStatus.EnvPreparing => JobTimeOwner.Environment,
        JobStatus.SanityChecking => JobTimeOwner.Check,
        JobStatus.Running => JobTimeOwner.Run,
        JobStatus.Restarting => JobTimeOwner.Restart,
        _ => JobTimeOwner.Other,
    };
}
