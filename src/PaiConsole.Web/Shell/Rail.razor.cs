using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace PaiConsole.Web.Shell;

/// <summary>The main navigation; it marks the place that one is at, or below.</summary>
public sealed partial class Rail : IDisposable
{
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string Path => new Uri(Navigation.Uri).AbsolutePath;

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= Moved;

    /// <inheritdoc/>
    protected override void OnInitialized() => Navigation.LocationChanged += Moved;

    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);
}
