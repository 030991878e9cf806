namespace PaiConsole.Domain.Notebooks;

/// <summary>
/// The status words of a DSW instance (GetInstance.Status, GetLifecycle). The set is open:
/// a word that is not known here becomes <see cref="Unknown"/> and the raw word is kept beside it.
/// </summary>
public enum NotebookStatus
{
    /// <summary>A word this version does not know.</summary>
    Unknown,
    /// <summary>Accepted, nothing allocated yet.</summary>
    Creating,
    /// <summary>Waiting for stock or quota.</summary>
    Queuing,
    /// <summary>An ECS machine is being allocated.</summary>
    ResourceAllocating,
    /// <summary>The image is being pulled and storage mounted.</summary>
    EnvPreparing,
    /// <summary>Processes are starting.</summary>
    Starting,
    /// <summary>Usable, and billed.</summary>
    Running,
    /// <summary>The specification is being changed.</summary>
    Updating,
    /// <summary>An image of the instance is being saved.</summary>
    Saving,
    /// <summary>The image was saved.</summary>
    Saved,
    /// <summary>Saving the image failed.</summary>
    SaveFailed,
    /// <summary>Being stopped.</summary>
    Stopping,
    /// <summary>Stopped; the system disk is cleared after 15 days.</summary>
    Stopped,
    /// <summary>Recovering from a node fault.</summary>
    Recovering,
    /// <summary>Being deleted.</summary>
    Deleting,
    /// <summary>Failed; the reason says why.</summary>
    Failed,
    /// <summary>Being stopped because the account is in arrears (GetLifecycle only).</summary>
    ArrearStopping,
    /// <summary>Stopped because the account is in arrears; the misspelling is the cloud's.</summary>
    Arrearge,
}
