using System.Security.Cryptography;
using System.Text;

namespace PaiConsole.Web.Security;

/// <summary>
/// Bearer tokens: twenty different wrong ones. A script that goes on with one token that was revoked guesses nothing,
/// and must not lock out the others of its machine. A right token forgives nothing: a guesser may hold one.
/// </summary>
internal sealed class BearerThrottle(TimeProvider clock) : AttemptThrottle(clock, allowed: 20)
{
    /// <summary>Counts a wrong token, by its hash.</summary>
    public void Failed(string address, string token) =>
        Count(address, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token))));
}
