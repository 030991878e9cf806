using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>A job failed, and nobody has dealt with it: let it go on, deleted it or taken note.</summary>
internal sealed class JobFailed : IAlertRule<JobWatch>
{
    /// <summary>After a week nobody waits any more.</summary>
    internal static readonly TimeSpan Forgotten = TimeSpan.FromDays(7);

    public string Id => AlertRules.JobFailed;
    public string Topic => AlertTopics.End;
    public int Rank => 1;
    public AlertSeverity Severity => AlertSeverity.Warning;
    public TimeSpan ClearFor => TimeSpan.Zero;
    public AlertFix Fix => AlertFix.Open;
    public AlertMoney Money => AlertMoney.Spent;

    public TimeSpan For(AlertSettings settings) => TimeSpan.Zero;

    public AlertReading Read(JobWatch watched, AlertSettings settings, DateTimeOffset now) => watched switch
    {
        { IsGone: true } or { IsReclaimed: true } or { IsNoted: true } or { Resumption: JobResumption.Done } => AlertReading.Over,
        { Status: JobStatus.Unknown } or { Resumption: JobResumption.UnderWay } => AlertReading.Unknown,
        { Status: JobStatus.Failed or JobStatus.FailedReserving } =>
            now - watched.StatusSince > Forgotten ? AlertReading.Over : AlertReading.Holds(watched.StatusSince),
        _ => AlertReading.Over,
    };
}
