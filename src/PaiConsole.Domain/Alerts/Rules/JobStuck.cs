namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>A job waits for machines. That costs nothing but the time of whoever waits for it.</summary>
internal sealed class JobStuck : IAlertRule<JobWatch>
{
    public string Id => "job-stuck";
    public string Topic => AlertTopics.Queue;
    public int Rank => 1;
    public AlertSeverity Severity => AlertSeverity.Info;
    public TimeSpan ClearFor => TimeSpan.Zero;
    public AlertFix Fix => AlertFix.Open;
    public AlertMoney Money => AlertMoney.None;

    public TimeSpan For(AlertSettings settings) => settings.QueueFor;

    public AlertReading Read(JobWatch watched, AlertSettings settings, DateTimeOffset now) => watched switch
    {
        { IsGone: true } => AlertReading.Over,
        { Status: Jobs.JobStatus.Unknown } => AlertReading.Unknown,
        { WaitsSince: { } since } => AlertReading.Holds(since),
        _ => AlertReading.Over,
    };
}
