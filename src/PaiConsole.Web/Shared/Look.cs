using PaiConsole.Domain;

namespace PaiConsole.Web.Shared;

/// <summary>How a phase looks: the name of its colour token and of its shape.</summary>
public static class Look
{
    /// <summary>CSS class: running, transition, succeeded, failed, stopped or unknown.</summary>
    public static string Class(this Phase phase) => phase switch
    {
        Phase.InTransition => "transition",
        Phase.Running => "running",
        Phase.Succeeded => "succeeded",
        Phase.Failed => "failed",
        Phase.Stopped => "stopped",
        _ => "unknown",
    };
}
