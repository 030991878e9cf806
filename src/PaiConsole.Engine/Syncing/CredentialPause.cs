namespace PaiConsole.Engine.Syncing;

/// <summary>
/// Three looks in a row were refused for their credentials: every other would be too. From then on one look at a time
/// asks whether they are good again, a minute apart and then less often.
/// </summary>
internal sealed class CredentialPause(TimeProvider time)
{
    private const int RefusalsThatCount = 3;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private readonly Lock _gate = new();
    private int _refusals;
    private long _last;

    /// <summary>Takes in what a look said of the credentials; null says nothing.</summary>
    public void Heard(bool? refused)
    {
        lock (_gate)
        {
            if (refused == true)
                (_refusals, _last) = (_refusals + 1, time.GetTimestamp());
            else if (refused == false)
                _refusals = 0;
        }
    }

    /// <summary>How many may look now: null for all.</summary>
    public int? Allowed()
    {
        lock (_gate)
            return _refusals < RefusalsThatCount ? null : time.GetElapsedTime(_last) >= Pause ? 1 : 0;
    }

    private TimeSpan Pause
    {
        get
        {
            var doubled = Shortest * Math.Pow(2, Math.Min(_refusals - RefusalsThatCount, 10));
            return doubled < Longest ? doubled : Longest;
        }
    }
}
