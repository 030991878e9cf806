using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Operations;

namespace PaiConsole.Web.Shared.Details;

/// <summary>Who asked for what, when, and how it ended.</summary>
public sealed partial class OperationList
{
    /// <summary>Newest first.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<OperationRow> Operations { get; set; } = [];
    /// <summary>Says what each one acted on.</summary>
    [Parameter] public bool WithTarget { get; set; }

    private static string Class(OperationStatus status) => status switch
    {
        OperationStatus.Confirmed => "succeeded",
        OperationStatus.Failed => "failed",
        OperationStatus.TimedOut => "attention",
        _ => "transition",
    };
}
