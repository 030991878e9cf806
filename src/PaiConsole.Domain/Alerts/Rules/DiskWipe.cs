using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>What is on the system disk is gone 15 days after the stop.</summary>
internal sealed class DiskWipe : IAlertRule
{
    public string Id => "disk-wipe";
    public string Topic => AlertTopics.Disk;
    public int Rank => 1;
    public AlertSeverity Severity => AlertSeverity.Warning;
    public TimeSpan ClearFor => TimeSpan.Zero;
    public AlertFix Fix => AlertFix.Start;

    public TimeSpan For(AlertSettings settings) => TimeSpan.Zero;

    public AlertReading Read(NotebookWatch notebook, AlertSettings settings, DateTimeOffset now)
    {
        if (notebook.IsGone || notebook.Status is not (NotebookStatus.Stopped or NotebookStatus.Saved or NotebookStatus.Arrearge or NotebookStatus.Unknown))
            return AlertReading.Over;
        if (notebook.Status == NotebookStatus.Unknown)
            return AlertReading.Unknown;
        if (SystemDisk.ClearedAt(notebook.Status, notebook.HeldUntil ?? notebook.StatusSince, notebook.Sku) is not { } wiped)
            return AlertReading.Over;
        // Afterwards there is nothing left to save, and nothing to tell.
        return now >= wiped ? AlertReading.Over
            : now >= wiped - settings.DiskWarning ? AlertReading.Holds(wiped - settings.DiskWarning)
            : AlertReading.Clear;
    }
}
