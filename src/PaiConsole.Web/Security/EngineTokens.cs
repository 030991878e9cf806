using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Access;

namespace PaiConsole.Web.Security;

/// <summary>Accepts the bootstrap token and the API tokens that admins have made.</summary>
internal sealed class EngineTokens(BootstrapToken bootstrap, TokenService tokens) : ITokenVerifier
{
    private readonly BootstrapTokenVerifier _first = new(bootstrap);

    public async ValueTask<TokenIdentity?> VerifyAsync(string? token, CancellationToken cancellation) =>
        await _first.VerifyAsync(token, cancellation) ?? await IdentifyAsync(token, cancellation);

    public async ValueTask<TokenIdentity?> SignInAsync(string? token, CancellationToken cancellation) =>
        await _first.SignInAsync(token, cancellation) ?? await IdentifyAsync(token, cancellation);

    public async ValueTask<Role?> CurrentRoleAsync(string id, CancellationToken cancellation) =>
        await _first.CurrentRoleAsync(id, cancellation) ?? await tokens.RoleOfAsync(id, cancellation);

    private async ValueTask<TokenIdentity?> IdentifyAsync(string? token, CancellationToken cancellation) =>
        token is not null && await tokens.IdentifyAsync(token, cancellation) is { } row ? new TokenIdentity(row.Id, row.Name, row.Role) : null;
}
