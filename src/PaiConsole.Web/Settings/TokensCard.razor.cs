using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Access;
using PaiConsole.Web.Security;
using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Settings;

/// <summary>The API tokens, for admins; a secret is on the screen once and nowhere else.</summary>
public sealed partial class TokensCard
{
    private Actor? _actor;
    private IReadOnlyList<TokenRow> _tokens = [];
    private (TokenRow Row, string Secret)? _made;
    private string? _problem;

    [Inject] private TokenService Tokens { get; set; } = default!;
    [Inject] private AuthenticationStateProvider Authentication { get; set; } = default!;
    [Inject] private SessionCheck Session { get; set; } = default!;
    [Inject] private Confirm Confirm { get; set; } = default!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _actor = await WhoAsync();
        if (_actor.Role == Role.Admin)
            _tokens = await Tokens.ListAsync(_actor, CancellationToken.None);
    }

    private async Task<bool> CreateAsync((string Name, Role Role) wish)
    {
        if (string.IsNullOrWhiteSpace(wish.Name) || wish.Name.Length > 100)
        {
            _problem = W["Tokens.NameWrong"];
            return false;
        }
        return await DoAsync(async actor => _made = await Tokens.CreateAsync(actor, wish.Name, wish.Role, CancellationToken.None));
    }

    private async Task RevokeAsync(TokenRow token)
    {
        if (await Confirm.AskAsync(new Confirmation(W["Tokens.Revoke.Title", token.Name], "revoke", W["Tokens.Revoke.What"]) { Danger = true }))
            await DoAsync(actor => Tokens.RevokeAsync(actor, token.Id, CancellationToken.None));
    }

    private async Task<bool> DoAsync(Func<Actor, Task> act)
    {
        var actor = await WhoAsync();
        try
        {
            await act(actor);
            _tokens = await Tokens.ListAsync(actor, CancellationToken.None);
            _problem = null;
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            _problem = W["Tokens.Refused"];
            return false;
        }
    }

    // A token that was revoked a second ago must not make another one from a page that is still open.
    private async Task<Actor> WhoAsync()
    {
        var user = (await Authentication.GetAuthenticationStateAsync()).User;
        return await Session.IsGoodAsync(user, CancellationToken.None) ? user.ToActor() : new Actor(user.Identity?.Name ?? "", Role.Viewer);
    }
}
