using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared;

/// <summary>What happened, what was and was not done, what to do, and the request id to copy.</summary>
public sealed partial class ErrorPanel
{
    /// <summary>What happened.</summary>
    [Parameter, EditorRequired] public string What { get; set; } = "";
    /// <summary>What was and was not done.</summary>
    [Parameter] public string? Done { get; set; }
    /// <summary>What to do.</summary>
    [Parameter] public string? Next { get; set; }
    /// <summary>The cloud's request id.</summary>
    [Parameter] public string? RequestId { get; set; }
    /// <summary>Offers to try again.</summary>
    [Parameter] public EventCallback OnRetry { get; set; }
}
