namespace PaiConsole.Emulator.Dlc;

/// <summary>One status a job was in; it ended where the next one starts.</summary>
internal readonly record struct StatusEntry(string Status, DateTimeOffset Start, string ReasonCode = "", string ReasonMessage = "");

/// <summary>One pod attempt that ended before the job did.</summary>
/// <param name="PodId">The pod.</param>
/// <param name="At">World time of its end.</param>
/// <param name="Reason">Why, in a word that goes into reason codes, events and restart records; unverified.</param>
/// <param name="Restarted">The job was started again; false when that was its end.</param>
internal sealed record Replacement(string PodId, DateTimeOffset At, string Reason, bool Restarted = true)
{
    public const string SpotReclaimed = "SpotReclaimed";
    public const string NodeFault = "NodeFault";

    /// <summary>What happened, without a full stop.</summary>
    public string Message => Reason == SpotReclaimed ? $"Spot capacity of pod {PodId} was reclaimed" : $"The node of pod {PodId} failed: uncorrectable ECC error of a GPU";
}

/// <summary>A load that was set from outside; null parts are the model's.</summary>
internal sealed record FixedLoad(DateTimeOffset From, double? GpuPercent, double? CpuPercent);
