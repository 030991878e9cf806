namespace PaiConsole.Cloud.Credentials;

/// <summary>
/// The first of several sources that has credentials. Read once by whoever comes first while the others wait, and again ahead of expiry or after
/// the cloud refused them.
/// </summary>
internal sealed class CredentialsChain(IReadOnlyList<ICredentialsSource> sources, TimeProvider time) : ICredentialsProvider, IDisposable
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan PauseAfterFailedRefresh = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private volatile Credentials? _current;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;

    public async ValueTask<Credentials> GetAsync(CancellationToken cancellationToken)
    {
        if (_current is { } current && !IsDue(current))
            return current;

        await _reading.WaitAsync(cancellationToken);
        try
        {
            current = _current;
            if (current is not null && (!IsDue(current) || (IsValid(current) && time.GetUtcNow() < _notBefore)))
                return current;

            try
            {
                return _current = await ReadAsync(cancellationToken);
            }
            catch (CredentialsException) when (current is not null && IsValid(current))
            {
                // Refreshing began ahead of expiry exactly so that a hiccup of the source costs nothing.
                _notBefore = time.GetUtcNow() + PauseAfterFailedRefresh;
                return current;
            }
        }
        finally
        {
            _reading.Release();
        }
    }

    public void Reject(Credentials refused) => Interlocked.CompareExchange(ref _current, null, refused);

    public void Dispose() => _reading.Dispose();

    private async Task<Credentials> ReadAsync(CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.ReadAsync(cancellationToken) is { } credentials)
                return credentials;
        }

        throw new CredentialsException(
            "No credentials: set ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET, configure ~/.aliyun/config.json, or give the ECS instance a RAM role.");
    }

    private bool IsDue(Credentials credentials) => credentials.Expiration is { } end && time.GetUtcNow() >= end - Ahead;

    private bool IsValid(Credentials credentials) => credentials.Expiration is not { } end || time.GetUtcNow() < end;
}
