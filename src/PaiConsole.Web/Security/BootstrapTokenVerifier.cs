using PaiConsole.Domain.Operations;

namespace PaiConsole.Web.Security;

/// <summary>Accepts the bootstrap token, as an admin.</summary>
internal sealed class BootstrapTokenVerifier(BootstrapToken bootstrap) : ITokenVerifier
{
    private const string Id = "bootstrap";
    private static readonly TokenIdentity Admin = new(Id, "admin", Role.Admin);

    public ValueTask<TokenIdentity?> VerifyAsync(string? token, CancellationToken cancellation) =>
        ValueTask.FromResult(bootstrap.Matches(token) ? Admin : null);

    public ValueTask<TokenIdentity?> SignInAsync(string? token, CancellationToken cancellation) =>
        ValueTask.FromResult(bootstrap.TryUseToSignIn(token) ? Admin : null);

    public ValueTask<Role?> CurrentRoleAsync(string id, CancellationToken cancellation) =>
        ValueTask.FromResult<Role?>(string.Equals(id, Id, StringComparison.Ordinal) ? Role.Admin : null);
}
