using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using PaiConsole.Domain.Operations;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Shell;

/// <summary>Where one is, what it costs, and who one is: always in sight.</summary>
public sealed partial class TopBar : IDisposable
{
    [Inject] private ConsoleSettings Settings { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;
    [Inject] private PaletteSwitch Palette { get; set; } = default!;
    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = default!;

    private string Name { get; set; } = "";
    private Role Role { get; set; }
    private string Power => Settings.AllowCommands ? "Commands" : "WatchOnly";
    private static string OtherCulture => CultureInfo.CurrentUICulture.Name == "zh-CN" ? "en" : "zh-CN";
    private string OtherLanguage =>
        $"/culture?to={OtherCulture}&back={Uri.EscapeDataString(new Uri(Navigation.Uri).PathAndQuery)}";

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var actor = (await Authentication).User.ToActor();
        (Name, Role) = (actor.Name, actor.Role);
        Navigation.LocationChanged += Moved;
    }

    /// <inheritdoc/>
    public void Dispose() => Navigation.LocationChanged -= Moved;

    private void Moved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);
}
