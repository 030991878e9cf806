using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Notebooks;

namespace PaiConsole.Web.Notebooks;

/// <summary>How long a running notebook has idled, and when its rule will stop it; a GPU without a rule draws attention.</summary>
public sealed partial class IdleText
{
    /// <summary>The notebook.</summary>
    [Parameter, EditorRequired] public NotebookRow Row { get; set; } = default!;
}
