namespace PaiConsole.Cloud.Credentials;

/// <summary>The variables every Alibaba tool reads.</summary>
internal sealed class EnvironmentSource(Func<string, string?> variable) : ICredentialsSource
{
    public Task<Credentials?> ReadAsync(CancellationToken cancellationToken)
    {
        var id = variable("ALIBABA_CLOUD_ACCESS_KEY_ID");
        var secret = variable("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
        var token = variable("ALIBABA_CLOUD_SECURITY_TOKEN");
        var found = string.IsNullOrEmpty(id) || string.IsNullOrEmpty(secret)
            ? null
            : new Credentials(id, secret, string.IsNullOrEmpty(token) ? null : token);
        return Task.FromResult(found);
    }
}
