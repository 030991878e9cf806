using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Web.Shell;

namespace PaiConsole.Web.Notebooks;

/// <summary>What the cloud says of a notebook, field by field.</summary>
public sealed partial class NotebookFacts
{
    /// <summary>As last observed.</summary>
    [Parameter, EditorRequired] public Notebook Notebook { get; set; } = default!;

    [Inject] private ConsoleSettings Settings { get; set; } = default!;
}
