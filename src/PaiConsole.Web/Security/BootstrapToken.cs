using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace PaiConsole.Web.Security;

/// <summary>
/// The token that signs in the first admin: <c>Auth:BootstrapToken</c>, or 256 random bits made at start and printed once.
/// </summary>
internal sealed class BootstrapToken
{
    private readonly byte[] _hash;
    private int _linkUsed;

    public BootstrapToken(IConfiguration configuration)
    {
        var configured = configuration["Auth:BootstrapToken"];
        IsConfigured = !string.IsNullOrWhiteSpace(configured);
        Value = IsConfigured ? configured! : WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        _hash = Hash(Value);
    }

    /// <summary>A person chose it, so it is a standing secret; otherwise it belongs to this run.</summary>
    public bool IsConfigured { get; }

    /// <summary>Printed in the sign-in link when random, never logged.</summary>
    public string Value { get; }

    /// <summary>Compares in a time that does not depend on the content or the length.</summary>
    public bool Matches(string? token) =>
        CryptographicOperations.FixedTimeEquals(Hash(token ?? ""), _hash);

    /// <summary>A random token opens the sign-in page once; a configured one any number of times.</summary>
    public bool TryUseToSignIn(string? token) =>
        Matches(token) && (IsConfigured || Interlocked.Exchange(ref _linkUsed, 1) == 0);

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
