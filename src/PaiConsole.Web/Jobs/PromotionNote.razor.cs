using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Promotion;

namespace PaiConsole.Web.Jobs;

/// <summary>Says what a job form was filled in with, and what could not be taken over.</summary>
public sealed partial class PromotionNote
{
    /// <summary>The notebook that was named in the address.</summary>
    [Parameter, EditorRequired] public string Id { get; set; } = "";
    /// <summary>What was taken from it; null when there is no such notebook.</summary>
    [Parameter] public NotebookPromotion? Promotion { get; set; }
}
