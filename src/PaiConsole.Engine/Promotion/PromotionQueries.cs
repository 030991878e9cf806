using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Reference;

namespace PaiConsole.Engine.Promotion;

/// <summary>Turns what was tried in one kind of object into the next. The kinds do not know each other; this knows them.</summary>
public sealed class PromotionQueries
{
    private readonly NotebookQueries _notebooks;
    private readonly ReferenceData _reference;

    internal PromotionQueries(NotebookQueries notebooks, ReferenceData reference) => (_notebooks, _reference) = (notebooks, reference);

    /// <summary>A job out of a notebook; null when there is no such notebook.</summary>
    public async Task<NotebookPromotion?> OfNotebookAsync(string id, CancellationToken ct)
    {
        if (await _notebooks.GetAsync(id, ct) is not { Notebook: var notebook })
            return null;
        var image = UriOf(notebook.ImageUri) ?? UriOf(notebook.Image);
        var spec = new JobSpec
        {
            Name = notebook.Name,
            Image = image ?? "",
            Roles = [new JobRoleSpec("Worker", 1, notebook.Sku ?? "")],
            Data = notebook.Mounts,
            WorkspaceId = notebook.WorkspaceId,
        };
        return new NotebookPromotion(notebook.Id, notebook.Name, spec, notebook.Image, image is not null);
    }

    // DSW tells an image by its name or id where it has one; a job needs the URI.
    private string? UriOf(string? image) =>
        image is null ? null
        : _reference.Images.FirstOrDefault(known => known.Name == image || known.Id == image || known.Uri == image) is { Uri.Length: > 0 } known ? known.Uri
        : ImageReference.HasRegistry(image) ? image
        : null;
}
