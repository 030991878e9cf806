using PaiConsole.Domain.Operations;

namespace PaiConsole.Web.Security;

/// <summary>Who a token belongs to.</summary>
/// <param name="Id">Stable id of the token, kept in the session so that revoking it ends the session.</param>
/// <param name="Name">Shown in the audit record.</param>
/// <param name="Role">What its holder may do.</param>
public sealed record TokenIdentity(string Id, string Name, Role Role);

/// <summary>Knows every token that opens the console.</summary>
public interface ITokenVerifier
{
    /// <summary>The holder of a token presented as <c>Authorization: Bearer</c>, or null.</summary>
    ValueTask<TokenIdentity?> VerifyAsync(string? token, CancellationToken cancellation);

    /// <summary>The holder of a token presented on the sign-in page, or null; a one-time token is used up by it.</summary>
    ValueTask<TokenIdentity?> SignInAsync(string? token, CancellationToken cancellation);

    /// <summary>The current role of a session's token, or null once it was revoked.</summary>
    ValueTask<Role?> CurrentRoleAsync(string id, CancellationToken cancellation);
}
