using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Storage;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Reference;

namespace PaiConsole.Engine.Storage;

/// <summary>Looks at what lies under a mount: asked of OSS now, never stored, never as part of a sync.</summary>
public sealed class StorageQueries
{
    private const int PagesCounted = 3;
    private readonly PlaceReader _reader;
    private readonly ReferenceData _reference;
    private readonly CloudNow _cloud;

    internal StorageQueries(PlaceReader reader, ReferenceData reference, CloudNow cloud) => (_reader, _reference, _cloud) = (reader, reference, cloud);

    /// <summary>Looks at a place that a person names, before anything is made of it.</summary>
    /// <param name="actor">Who asks: whoever may mount it may look at it.</param>
    /// <param name="source">A URI, or the id of a registered dataset.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="UnauthorizedAccessException">A viewer asks: what no object of the console mounts is not shown to them.</exception>
    public Task<PlaceLook> LookAsync(Actor actor, string source, CancellationToken ct) => actor.Role < Role.Operator
        ? throw new UnauthorizedAccessException("Looking at a place of one's choice needs the role operator.")
        : LookAsync(new DataMount(null, source.Trim(), ""), ct);

    /// <summary>Looks at what a notebook or job has mounted.</summary>
    public async Task<PlaceLook> LookAsync(DataMount mount, CancellationToken ct)
    {
        var uri = UriOf(mount);
        PlaceLook Seen(PlaceState state, FolderView? view = null) =>
            new(mount.Uri ?? mount.DatasetId ?? "", uri, state, view, _cloud.UtcNow) { MountPath = mount.MountPath is { Length: > 0 } path ? path : null };
        if (!OssPlace.IsOss(uri))
            return Seen(PlaceState.NotOss);
        if (!OssPlace.TryParse(uri, out var place))
            return Seen(PlaceState.Malformed);

        var (near, all) = (_reader.ListAsync(place, folded: true, 1, ct), _reader.ListAsync(place, folded: false, PagesCounted, ct));
        var (direct, everything) = (await near, await all);
        if (direct.State != PlaceState.Seen)
            return Seen(direct.State) with { Code = direct.Fault?.Code, Message = direct.Fault?.CloudMessage, RequestId = direct.Fault?.RequestId };
        return Seen(PlaceState.Seen, FolderView.Of(direct.Folders, direct.Files, !direct.All, everything.Files, everything.All));
    }

    /// <summary>The URI of a mount, that of the dataset where it names one; null for an unknown dataset.</summary>
    internal string? UriOf(DataMount mount) =>
        mount.Uri is { Length: > 0 } uri && uri.Contains("://", StringComparison.Ordinal) ? uri
        : _reference.Datasets.FirstOrDefault(dataset => dataset.Id == (mount.DatasetId ?? mount.Uri)) is { } dataset ? dataset.Uri
        : null;
}
