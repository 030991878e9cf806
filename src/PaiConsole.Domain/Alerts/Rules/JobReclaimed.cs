namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>The machines of a spot job were taken for good, and neither its policy nor a person lets it go on.</summary>
internal sealed class JobReclaimed : IAlertRule<JobWatch>
{
    public string Id => "job-reclaimed";
    public string Topic => AlertTopics.End;
    public int Rank => 2;
    public AlertSeverity Severity => AlertSeverity.Warning;
    public TimeSpan ClearFor => TimeSpan.Zero;
    public AlertFix Fix => AlertFix.Resume;
    public AlertMoney Money => AlertMoney.Spent;

    public TimeSpan For(AlertSettings settings) => TimeSpan.Zero;

    public AlertReading Read(JobWatch watched, AlertSettings settings, DateTimeOffset now) => watched switch
    {
        { IsGone: true } or { IsReclaimed: false } or { IsNoted: true } or { Resumption: JobResumption.Done } => AlertReading.Over,
        // What is being submitted again may still fail: an alert neither opens nor closes.
        { Resumption: JobResumption.UnderWay } => AlertReading.Unknown,
        _ => now - watched.StatusSince > JobFailed.Forgotten ? AlertReading.Over : AlertReading.Holds(watched.StatusSince),
    };
}
