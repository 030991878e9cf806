using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>A job runs and its GPUs do next to nothing: it hangs, waits for data, or needs none.</summary>
internal sealed class JobGpuIdle : IAlertRule<JobWatch>
{
    public string Id => "job-gpu-idle";
    public string Topic => AlertTopics.LeftOn;
    public int Rank => 1;
    public AlertSeverity Severity => AlertSeverity.Critical;
    public TimeSpan ClearFor => TimeSpan.FromMinutes(10);
    public AlertFix Fix => AlertFix.Stop;
    public AlertMoney Money => AlertMoney.Wasted;

    public TimeSpan For(AlertSettings settings) => settings.JobIdleFor;

    public AlertReading Read(JobWatch watched, AlertSettings settings, DateTimeOffset now) => watched switch
    {
        { IsGone: true } => AlertReading.Over,
        { Status: JobStatus.Unknown } => AlertReading.Unknown,
        { Status: not JobStatus.Running } => AlertReading.Over,
        { HasGpu: false } => AlertReading.Clear,
        { IsUseKnown: false } => AlertReading.Unknown,
        { Use.Since: { } since } => AlertReading.Holds(since, since) with { SeenTo = watched.Use.JudgedTo },
        _ => AlertReading.Clear,
    };
}
