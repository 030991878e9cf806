using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Notebooks;

/// <summary>How long a running notebook has idled, and when its rule will stop it; a GPU without a rule draws attention.</summary>
public sealed partial class IdleText
{
    /// <summary>The notebook.</summary>
    [Parameter, EditorRequired] public NotebookRow Row { get; set; } = default!;

    [CascadingParameter] private Now Now { get; set; } = default!;
}
