using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>A GPU that runs on after work with nothing that stops it may run until Monday.</summary>
internal sealed class OutsideHours : IAlertRule<NotebookWatch>
{
    public string Id => "outside-hours";
    public string Topic => AlertTopics.LeftOn;
    public int Rank => 2;
    public AlertSeverity Severity => AlertSeverity.Warning;
    public TimeSpan ClearFor => TimeSpan.FromMinutes(10);
    public AlertFix Fix => AlertFix.Stop;
    public AlertMoney Money => AlertMoney.None;

    public TimeSpan For(AlertSettings settings) => settings.AfterHoursFor;

    public AlertReading Read(NotebookWatch watched, AlertSettings settings, DateTimeOffset now)
    {
        if (!watched.MayBeHeld)
            return AlertReading.Over;
        var there = RegionTime.There(now, settings.Region);
        if (!watched.HasGpu || watched.IsStoppedByItself == true || settings.Hours.Contains(there))
            return AlertReading.Clear;
        if (watched.Status == NotebookStatus.Unknown || watched.IsStoppedByItself is null)
            return AlertReading.Unknown;
        var end = settings.Hours.LastEnd(there);
        return AlertReading.Holds(watched.StatusSince > end ? watched.StatusSince : end);
    }
}
