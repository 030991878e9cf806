using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>Somebody waits for a notebook that did not come up.</summary>
internal sealed class FailedStart : IAlertRule<NotebookWatch>
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(7);

    public string Id => "failed-start";
    public string Topic => AlertTopics.Start;
    public int Rank => 1;
    public AlertSeverity Severity => AlertSeverity.Warning;
    public TimeSpan ClearFor => TimeSpan.Zero;
    public AlertFix Fix => AlertFix.Start;
    public AlertMoney Money => AlertMoney.None;

    public TimeSpan For(AlertSettings settings) => TimeSpan.Zero;

    public AlertReading Read(NotebookWatch watched, AlertSettings settings, DateTimeOffset now) => watched switch
    {
        { IsGone: true } => AlertReading.Over,
        { Status: NotebookStatus.Unknown } => AlertReading.Unknown,
        // After a week nobody waits any more.
        { Status: NotebookStatus.Failed } => now - watched.StatusSince > Forgotten ? AlertReading.Over : AlertReading.Holds(watched.StatusSince),
        _ => AlertReading.Over,
    };
}
