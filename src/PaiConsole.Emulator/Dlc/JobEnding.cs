using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dlc;

/// <summary>The steps a job decides by itself: when and how Running ends, the checks before it, the reserved time after it, waiting for spot stock.</summary>
internal static class JobEnding
{
    private const string TimedOut = "JobMaxRunningTimeExceeded";

    /// <summary>What follows for this job in particular; null when the table decides.</summary>
    public static Step? Follows(Job job) => job.Status switch
    {
        "EnvPreparing" when job.Outcome.Failure == JobFailure.ImagePull => new("EnvPreparing", "Failed", 25),
        "EnvPreparing" when job.Request.Settings?.Flag("EnableSanityCheck") == true => new("EnvPreparing", "SanityChecking", 25),
        "Running" => AfterRunning(job),
        "SucceededReserving" => new("SucceededReserving", "Succeeded", ReservedSeconds(job)),
        "FailedReserving" => new("FailedReserving", "Failed", ReservedSeconds(job)),
        _ => null,
    };

    /// <summary>Waits in the queue for ever: no room in the quota, or a spot limit under the market price.</summary>
    public static bool IsHeld(Job job) => job.Status == "Queuing" && (job.Outcome.Failure == JobFailure.Quota || IsOutbid(job));

    /// <summary>The spot limit lies under the market price.</summary>
    public static bool IsOutbid(Job job) => job.Request.Roles.Any(r => r.Spot is { } spot && SkuCatalogue.Find(r.Sku) is { } sku
        && (spot.Number("SpotDiscountLimit") < sku.SpotFactor || spot.Number("SpotPriceLimit") * 60 < PerHour(job, sku) * sku.SpotFactor));

    /// <summary>Reason that goes with a step.</summary>
    public static (string Code, string Message) Reason(Job job, Step step) => step.To switch
    {
        "Stopping" => (TimedOut, "Job is stopped because it ran longer than JobMaxRunningTimeMinutes."),
        "Stopped" => job.ReasonCode.Length > 0 ? (job.ReasonCode, job.ReasonMessage) : ("JobStoppedByUser", "Job is stopped by user."),
        "Failed" or "FailedReserving" => (job.Outcome.ReasonCode, job.Outcome.ReasonMessage),
        _ => ("", ""),
    };

    private static Step AfterRunning(Job job)
    {
        // What a checkpoint saved need not be done again; the time a job may run counts every run.
        var before = (job.Ran - (job.World.Now - job.Since)).TotalSeconds;
        var left = Math.Max(0, job.Outcome.RunSeconds - job.StartOf(job.Runs().Count() - 1).DoneSeconds);
        if (job.Request.Body.Long("JobMaxRunningTimeMinutes") is { } minutes and > 0 && minutes * 60 - before < left)
            return new("Running", "Stopping", Math.Max(0, minutes * 60 - before));
        var end = job.Outcome.Succeeds ? "Succeeded" : "Failed";
        return new("Running", ReservedSeconds(job) > 0 ? end + "Reserving" : end, left);
    }

    private static double ReservedSeconds(Job job) => job.Request.Settings is { } settings && settings.Text("JobReservedPolicy") == "Always"
        ? 60 * (settings.Long("JobReservedMinutes") ?? 0)
        : 0;

    private static double? PerHour(Job job, Sku sku) => sku.PricePerHour.TryGetValue(job.World.Options.Region, out var price) ? price : null;
}
