using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>A GPU that nobody uses is paid for all the same.</summary>
internal sealed class GpuIdle : IAlertRule
{
    public string Id => "gpu-idle";
    public string Topic => AlertTopics.LeftOn;
    public int Rank => 3;
    public AlertSeverity Severity => AlertSeverity.Critical;
    public TimeSpan ClearFor => TimeSpan.FromMinutes(10);
    public AlertFix Fix => AlertFix.Stop;

    public TimeSpan For(AlertSettings settings) => settings.IdleFor;

    public AlertReading Read(NotebookWatch notebook, AlertSettings settings, DateTimeOffset now) => notebook switch
    {
        { IsGone: true } or { Status: not (NotebookStatus.Running or NotebookStatus.Unknown) } => AlertReading.Over,
        { HasGpu: false } => AlertReading.Clear,
        { Status: NotebookStatus.Unknown } or { IsIdleKnown: false } => AlertReading.Unknown,
        // What stops by itself wastes a known amount; what does not may waste the weekend.
        { Idle.Since: { } since } => AlertReading.Holds(since, since) with { Severity = notebook.IsStoppedByItself ? AlertSeverity.Warning : null },
        _ => AlertReading.Clear,
    };
}
