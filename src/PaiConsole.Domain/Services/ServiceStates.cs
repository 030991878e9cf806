namespace PaiConsole.Domain.Services;

/// <summary>What the status of a service means: phase, billing and the actions that make sense.</summary>
public static class ServiceStates
{
    /// <summary>Maps the cloud's word; unknown words become <see cref="ServiceStatus.Unknown"/>.</summary>
    public static ServiceStatus Parse(string? word) =>
        Enum.TryParse<ServiceStatus>(word, ignoreCase: false, out var status) && !int.TryParse(word, out _)
            ? status
            : ServiceStatus.Unknown;

    /// <summary>The phase that the status belongs to.</summary>
    public static Phase Phase(this ServiceStatus status) => status switch
    {
        ServiceStatus.Running => Domain.Phase.Running,
        ServiceStatus.Stopped => Domain.Phase.Stopped,
        ServiceStatus.Failed or ServiceStatus.DeleteFailed => Domain.Phase.Failed,
        ServiceStatus.Unknown => Domain.Phase.Unknown,
        _ => Domain.Phase.InTransition,
    };

    /// <summary>Replicas that run are billed, also while others are rolled or scaled.</summary>
    public static bool IsBilled(this ServiceStatus status) => status is
        ServiceStatus.Running or ServiceStatus.Updating or ServiceStatus.HotUpdate or ServiceStatus.Scaling or ServiceStatus.Waiting;

    /// <summary>StartService makes sense.</summary>
    public static bool CanStart(this ServiceStatus status) => status is ServiceStatus.Stopped or ServiceStatus.Failed;

    /// <summary>StopService makes sense.</summary>
    public static bool CanStop(this ServiceStatus status) => status is
        ServiceStatus.Running or ServiceStatus.Waiting or ServiceStatus.Pending or ServiceStatus.Starting
        or ServiceStatus.Updating or ServiceStatus.HotUpdate or ServiceStatus.Scaling or ServiceStatus.Deploying;

    /// <summary>RestartService, ScaleService and UpdateService make sense.</summary>
    public static bool CanChange(this ServiceStatus status) => status is ServiceStatus.Running or ServiceStatus.Waiting;

    /// <summary>DeleteService makes sense.</summary>
    public static bool CanDelete(this ServiceStatus status) => status is not (ServiceStatus.Deleting or ServiceStatus.Unknown);
}
