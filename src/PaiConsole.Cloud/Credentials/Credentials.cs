namespace PaiConsole.Cloud.Credentials;

/// <summary>An access key, with a security token when it is temporary. Its text form shows neither secret nor token.</summary>
/// <param name="AccessKeyId">Id of the key.</param>
/// <param name="AccessKeySecret">Secret of the key.</param>
/// <param name="SecurityToken">STS token of a temporary key.</param>
/// <param name="Expiration">When a temporary key ends; null when it does not or is not known.</param>
public sealed record Credentials(string AccessKeyId, string AccessKeySecret, string? SecurityToken = null, DateTimeOffset? Expiration = null)
{
    /// <inheritdoc/>
    public override string ToString() => SecurityToken is null ? "Credentials { *** }" : "Credentials { ***, temporary }";
}
