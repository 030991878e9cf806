using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>A job runs a fifth longer than was planned. Only running counts, over all restarts: waiting for machines costs nothing.</summary>
internal sealed class JobOverPlan : IAlertRule<JobWatch>
{
    public string Id => "job-over-plan";
    public string Topic => AlertTopics.Duration;
    public int Rank => 1;
    public AlertSeverity Severity => AlertSeverity.Warning;
    public TimeSpan ClearFor => TimeSpan.Zero;
    public AlertFix Fix => AlertFix.Stop;
    public AlertMoney Money => AlertMoney.Wasted;

    public TimeSpan For(AlertSettings settings) => TimeSpan.Zero;

    public AlertReading Read(JobWatch watched, AlertSettings settings, DateTimeOffset now)
    {
        if (watched.IsGone || (!watched.MayRun && watched.Status != JobStatus.Unknown))
            return AlertReading.Over;
        if (watched.Limits.Planned is not { } planned)
            return AlertReading.Clear;
        var (before, most) = (watched.RanBefore, planned + planned / 5);
        if (watched is not { Status: JobStatus.Running, BilledSince: { } since })
            // It waits, and will be over its plan again when it runs.
            return before > most || watched.Status == JobStatus.Unknown ? AlertReading.Unknown : AlertReading.Clear;
        return before + (now - since) <= most
            ? AlertReading.Clear
            : AlertReading.Holds(since + NotNegative(most - before), since + NotNegative(planned - before));
    }

    private static TimeSpan NotNegative(TimeSpan span) => span < TimeSpan.Zero ? TimeSpan.Zero : span;
}
