using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>A GPU with no idle rule, no timer and no policy is billed until somebody remembers it.</summary>
internal sealed class NoAutoStop : IAlertRule
{
    public string Id => "no-auto-stop";
    public string Topic => AlertTopics.LeftOn;
    public int Rank => 1;
    public AlertSeverity Severity => AlertSeverity.Info;
    public TimeSpan ClearFor => TimeSpan.Zero;
    public AlertFix Fix => AlertFix.IdleRule;

    public TimeSpan For(AlertSettings settings) => settings.NoRuleFor;

    public AlertReading Read(NotebookWatch notebook, AlertSettings settings, DateTimeOffset now) => notebook switch
    {
        { IsGone: true } or { Status: not (NotebookStatus.Running or NotebookStatus.Unknown) } => AlertReading.Over,
        { Status: NotebookStatus.Unknown } => AlertReading.Unknown,
        { HasGpu: true, IsStoppedByItself: false } => AlertReading.Holds(notebook.StatusSince),
        _ => AlertReading.Clear,
    };
}
