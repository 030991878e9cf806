using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>A GPU with no idle rule, no timer and no policy is billed until somebody remembers it.</summary>
internal sealed class NoAutoStop : IAlertRule<NotebookWatch>
{
    public string Id => "no-auto-stop";
    public string Topic => AlertTopics.LeftOn;
    public int Rank => 1;
    public AlertSeverity Severity => AlertSeverity.Info;
    public TimeSpan ClearFor => TimeSpan.Zero;
    public AlertFix Fix => AlertFix.IdleRule;
    public AlertMoney Money => AlertMoney.None;

    public TimeSpan For(AlertSettings settings) => settings.NoRuleFor;

    public AlertReading Read(NotebookWatch watched, AlertSettings settings, DateTimeOffset now) => watched switch
    {
        { MayBeHeld: false } => AlertReading.Over,
        { HasGpu: false } or { IsStoppedByItself: true } => AlertReading.Clear,
        { Status: NotebookStatus.Unknown } or { IsStoppedByItself: null } => AlertReading.Unknown,
        { IsStoppedByItself: false } => AlertReading.Holds(watched.StatusSince),
        _ => AlertReading.Clear,
    };
}
