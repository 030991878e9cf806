namespace PaiConsole.Cloud.Credentials;

/// <summary>Gives the credentials calls are signed with.</summary>
public interface ICredentialsProvider
{
    /// <summary>The credentials to use now.</summary>
    /// <exception cref="CredentialsException">There are none, or they could not be refreshed.</exception>
    ValueTask<Credentials> GetAsync(CancellationToken cancellationToken);

    /// <summary>Says that the cloud refused these: they are not given out again without being read anew.</summary>
    void Reject(Credentials refused);
}

/// <summary>A place credentials may come from.</summary>
internal interface ICredentialsSource
{
    /// <summary>Reads them; null when this place holds none.</summary>
    /// <exception cref="CredentialsException">It should hold some, but they cannot be read.</exception>
    Task<Credentials?> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Credentials are missing or cannot be read. The text names the place, never the secret.</summary>
public sealed class CredentialsException : Exception
{
    /// <summary>Makes the exception.</summary>
    public CredentialsException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
