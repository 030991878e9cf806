using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Security;

/// <summary>Signs in by the link's token or by one that is pasted.</summary>
public sealed partial class LoginPage
{
    [CascadingParameter] private HttpContext Http { get; set; } = default!;
    [SupplyParameterFromQuery(Name = "t")] private string? LinkToken { get; set; }
    [SupplyParameterFromQuery(Name = "back")] private string? Back { get; set; }
    [SupplyParameterFromForm(Name = "token", FormName = "login")] private string? Token { get; set; }
    [SupplyParameterFromForm(Name = "back", FormName = "login")] private string? PostedBack { get; set; }

    [Inject] private ITokenVerifier Tokens { get; set; } = default!;
    [Inject] private Sessions Sessions { get; set; } = default!;
    [Inject] private LoginThrottle Throttle { get; set; } = default!;
    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string? Problem { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (HttpMethods.IsGet(Http.Request.Method) && LinkToken is { Length: > 0 } token)
            await SignInAsync(token, Back);
    }

    private Task SubmitAsync() => SignInAsync(Token, PostedBack);

    private async Task SignInAsync(string? token, string? back)
    {
        var address = Http.Connection.RemoteIpAddress?.ToString() ?? "";
        if (!Throttle.Allows(address))
        {
            Http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Problem = "Login.Throttled";
            return;
        }
        if (await Tokens.SignInAsync(token, Http.RequestAborted) is not { } identity)
        {
            Throttle.Failed(address);
            Http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            Problem = "Login.Wrong";
            return;
        }
        Throttle.Succeeded(address);
        await Http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Sessions.Start(identity));
        // Only a path of our own: a link that arrives by mail must not lead elsewhere after signing in.
        Navigation.NavigateTo(back is ['/', not ('/' or '\\'), ..] ? back : "/");
    }
}
