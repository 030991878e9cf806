namespace PaiConsole.Cloud.Credentials;

/// <summary>Credentials that never change.</summary>
internal sealed class StaticCredentials(Credentials credentials) : ICredentialsProvider
{
    public ValueTask<Credentials> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(credentials);

    public void Reject(Credentials refused)
    {
        // There is nothing else to give out: the next call is refused as well, and its error says so.
    }
}
