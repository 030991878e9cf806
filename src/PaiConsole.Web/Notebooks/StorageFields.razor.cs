using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Web.Notebooks;

/// <summary>Where a notebook's data lies: what to mount, what each kind of storage is for, and what is left after a stop.</summary>
public sealed partial class StorageFields
{
    /// <summary>What is being typed; changed in place.</summary>
    [Parameter, EditorRequired] public NotebookDraft Draft { get; set; } = default!;
    /// <summary>Registered datasets.</summary>
    [Parameter] public IReadOnlyList<Dataset> Datasets { get; set; } = [];
    /// <summary>Paths at which something is mounted.</summary>
    [Parameter] public IEnumerable<string> Durable { get; set; } = [];
    /// <summary>Draws what is wrong with a field.</summary>
    [Parameter, EditorRequired] public Func<string, RenderFragment> At { get; set; } = default!;
    /// <summary>Something was typed.</summary>
    [Parameter] public EventCallback OnChange { get; set; }

    private Task AddAsync(string scheme, string path) => SetAsync(() => Draft.Mounts.Add(new NotebookDraft.MountDraft { Source = scheme, Path = Free(path) }));

    // A second mount at the same path would be refused at once.
    private string Free(string path)
    {
        var at = path;
        for (var next = 2; Draft.Mounts.Any(mount => mount.Path == at); next++)
            at = $"{path}{next}";
        return at;
    }

    private Task SetAsync(Action change)
    {
        change();
        return OnChange.InvokeAsync();
    }
}
