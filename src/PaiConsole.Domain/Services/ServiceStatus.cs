namespace PaiConsole.Domain.Services;

/// <summary>
/// The status words of an EAS service. The current API publishes no enum, so the set is the one its
/// clients have used; an unknown word becomes <see cref="Unknown"/> with the raw word kept beside it.
/// </summary>
public enum ServiceStatus
{
    /// <summary>A word this version does not know.</summary>
    Unknown,
    /// <summary>Accepted.</summary>
    Creating,
    /// <summary>Being placed on machines.</summary>
    Deploying,
    /// <summary>Waiting for replicas to become ready.</summary>
    Waiting,
    /// <summary>Waiting for resources.</summary>
    Pending,
    /// <summary>Starting after a stop.</summary>
    Starting,
    /// <summary>Serving, and billed.</summary>
    Running,
    /// <summary>Rolling to a new configuration.</summary>
    Updating,
    /// <summary>Taking a new model without a restart.</summary>
    HotUpdate,
    /// <summary>Changing the number of replicas.</summary>
    Scaling,
    /// <summary>Being stopped.</summary>
    Stopping,
    /// <summary>Stopped.</summary>
    Stopped,
    /// <summary>Being deleted.</summary>
    Deleting,
    /// <summary>Failed.</summary>
    Failed,
    /// <summary>Deleting failed.</summary>
    DeleteFailed,
}
