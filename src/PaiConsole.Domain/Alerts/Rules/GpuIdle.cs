using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>A GPU that nobody uses is paid for all the same.</summary>
internal sealed class GpuIdle : IAlertRule<NotebookWatch>
{
    public string Id => "gpu-idle";
    public string Topic => AlertTopics.LeftOn;
    public int Rank => 3;
    public AlertSeverity Severity => AlertSeverity.Critical;
    public TimeSpan ClearFor => TimeSpan.FromMinutes(10);
    public AlertFix Fix => AlertFix.Stop;
    public AlertMoney Money => AlertMoney.Wasted;

    public TimeSpan For(AlertSettings settings) => settings.IdleFor;

    // The cloud looks every minute, and takes its time to stop: a rule that does its work calls nobody.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    public AlertReading Read(NotebookWatch watched, AlertSettings settings, DateTimeOffset now) => watched switch
    {
        { MayBeHeld: false } => AlertReading.Over,
        { HasGpu: false } => AlertReading.Clear,
        { Status: NotebookStatus.Unknown } or { IsIdleKnown: false } => AlertReading.Unknown,
        // What stops by itself wastes a known amount; what does not may waste the weekend.
        { Idle.Since: { } since } => AlertReading.Holds(since, since) with
        {
            Severity = watched.IsStoppedByItself == true ? AlertSeverity.Warning : null,
            SeenTo = watched.Idle.JudgedTo,
            For = watched.IdleRuleMinutes is { } minutes && TimeSpan.FromMinutes(minutes) + Slack is var wait && wait > settings.IdleFor ? wait : null,
        },
        _ => AlertReading.Clear,
    };
}
