using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>What is on the system disk is gone 15 days after the stop.</summary>
internal sealed class DiskWipe : IAlertRule<NotebookWatch>
{
    public string Id => "disk-wipe";
    public string Topic => AlertTopics.Disk;
    public int Rank => 1;
    public AlertSeverity Severity => AlertSeverity.Warning;
    public TimeSpan ClearFor => TimeSpan.Zero;
    public AlertFix Fix => AlertFix.Start;
    public AlertMoney Money => AlertMoney.None;

    public TimeSpan For(AlertSettings settings) => TimeSpan.Zero;

    public AlertReading Read(NotebookWatch watched, AlertSettings settings, DateTimeOffset now)
    {
        if (watched.IsGone || watched.Status is not (NotebookStatus.Stopped or NotebookStatus.Saved or NotebookStatus.Arrearge or NotebookStatus.Unknown))
            return AlertReading.Over;
        if (watched.Status == NotebookStatus.Unknown)
            return AlertReading.Unknown;
        if (SystemDisk.ClearedAt(watched.Status, watched.HeldUntil ?? watched.StatusSince, watched.Sku) is not { } wiped)
            return AlertReading.Over;
        // Afterwards there is nothing left to save, and nothing to tell.
        return now >= wiped ? AlertReading.Over
            : now >= wiped - settings.DiskWarning ? AlertReading.Holds(wiped - settings.DiskWarning)
            : AlertReading.Clear;
    }
}
