using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace PaiConsole.Web.Shell;

/// <summary>
/// Where short notices appear. MudBlazor draws them, and its theme comes with the first one only: most pages never show any,
/// and each would keep the theme's style sheet in the server's memory and send it twice.
/// </summary>
public sealed partial class Toasts : IDisposable
{
    private bool _needed;

    [Inject] private ISnackbar Notices { get; set; } = default!;

    /// <inheritdoc/>
    protected override void OnInitialized() => Notices.OnSnackbarsUpdated += Appear;

    /// <inheritdoc/>
    public void Dispose() => Notices.OnSnackbarsUpdated -= Appear;

    private void Appear()
    {
        Notices.OnSnackbarsUpdated -= Appear;
        _ = InvokeAsync(() =>
        {
            _needed = true;
            StateHasChanged();
        });
    }
}
