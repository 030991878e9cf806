namespace PaiConsole.Domain.Notebooks;

/// <summary>What the status of a notebook means: phase, billing and the actions the cloud takes in it.</summary>
public static class NotebookStates
{
    /// <summary>Maps the cloud's word; unknown words become <see cref="NotebookStatus.Unknown"/>.</summary>
    public static NotebookStatus Parse(string? word) =>
        Enum.TryParse<NotebookStatus>(word, ignoreCase: false, out var status) && !int.TryParse(word, out _)
            ? status
            : NotebookStatus.Unknown;

    /// <summary>The phase that the status belongs to.</summary>
    public static Phase Phase(this NotebookStatus status) => status switch
    {
        NotebookStatus.Running => Domain.Phase.Running,
        NotebookStatus.Stopped or NotebookStatus.Saved or NotebookStatus.Arrearge => Domain.Phase.Stopped,
        NotebookStatus.Failed or NotebookStatus.SaveFailed => Domain.Phase.Failed,
        NotebookStatus.Unknown => Domain.Phase.Unknown,
        _ => Domain.Phase.InTransition,
    };

    /// <summary>Only running time costs; saving an image and updating happen on a machine that is still held.</summary>
    public static bool IsBilled(this NotebookStatus status) =>
        status is NotebookStatus.Running or NotebookStatus.Saving or NotebookStatus.Recovering;

    /// <summary>StartInstance is taken in these states.</summary>
    public static bool CanStart(this NotebookStatus status) =>
        status is NotebookStatus.Stopped or NotebookStatus.Failed or NotebookStatus.SaveFailed or NotebookStatus.Saved;

    /// <summary>StopInstance is taken in these states.</summary>
    public static bool CanStop(this NotebookStatus status) => status is
        NotebookStatus.Running or NotebookStatus.Queuing or NotebookStatus.ResourceAllocating
        or NotebookStatus.EnvPreparing or NotebookStatus.Starting or NotebookStatus.Recovering;

    /// <summary>DeleteInstance is taken in these states.</summary>
    public static bool CanDelete(this NotebookStatus status) => status.CanStart();
}
