using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace PaiConsole.Web.Shell;

/// <summary>The frame: rail, top bar, page; and a boundary so that one broken page does not end the circuit.</summary>
public sealed partial class MainLayout
{
    private ErrorBoundary? _boundary;

    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private WorldTicker Ticker { get; set; } = default!;

    // With a base href a bare #content would leave the page.
    private string Skip => new Uri(Navigation.Uri).PathAndQuery + "#content";

    /// <inheritdoc/>
    protected override void OnParametersSet() => _boundary?.Recover();

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            Ticker.Start();
    }

    private void Recover() => _boundary?.Recover();
}
