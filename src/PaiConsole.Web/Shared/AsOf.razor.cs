using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared;

/// <summary>
/// When the data was last seen in the cloud; a warning once it is stale. Looked up with every tick and not with the data: looks that
/// fail bring none, and neither do those that find everything as it was.
/// </summary>
public sealed partial class AsOf
{
    private Freshness _now = new(null, IsStale: true, null, 0);
    private Freshness? _drawn;

    /// <summary>How fresh it is at this moment.</summary>
    [Parameter, EditorRequired] public Func<Freshness> Look { get; set; } = default!;

    [CascadingParameter] private Now? Now { get; set; }

    /// <inheritdoc/>
    protected override void OnParametersSet() => _now = Look();

    /// <inheritdoc/>
    protected override bool ShouldRender()
    {
        var changed = _now != _drawn;
        _drawn = _now;
        return changed;
    }
}
