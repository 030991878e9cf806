using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Notebooks;

/// <summary>What outlives a stop, and until when: mounts, the system disk with its 15 days, and what is lost.</summary>
public sealed partial class StorageCard
{
    /// <summary>The notebook, whole.</summary>
    [Parameter, EditorRequired] public Notebook Notebook { get; set; } = default!;
    /// <summary>The notebook, live.</summary>
    [Parameter, EditorRequired] public NotebookRow Row { get; set; } = default!;

    [CascadingParameter] private Now Now { get; set; } = default!;

    private DateTimeOffset? ClearedAt => SystemDisk.ClearedAt(Notebook.Status, Row.HeldUntil ?? Row.StatusSince, Row.Sku);
}
