using PaiConsole.Cloud;

namespace PaiConsole.Engine;

/// <summary>The cloud's "now": ages, running costs and countdowns follow the clock of the cloud, which is not ours.</summary>
public sealed class CloudNow
{
    private readonly ICloudClock _clock;

    internal CloudNow(ICloudClock clock) => _clock = clock;

    /// <summary>The present instant there.</summary>
    public DateTimeOffset UtcNow => _clock.UtcNow;

    /// <summary>When the cloud last answered anything, by the console's own clock; null before the first answer.</summary>
    public DateTimeOffset? LastAnswerAt => _clock.LastAnswerAt;
}
