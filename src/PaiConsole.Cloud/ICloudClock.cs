namespace PaiConsole.Cloud;

/// <summary>The cloud's time, learned from the HTTP <c>Date</c> of its answers. Ages, countdowns and running costs are counted with it.</summary>
public interface ICloudClock
{
    /// <summary>Now, as the cloud sees it; this machine's time before the first answer.</summary>
    DateTimeOffset UtcNow { get; }

    /// <summary>Cloud time minus this machine's time; zero before the first answer.</summary>
    TimeSpan Skew { get; }

    /// <summary>When, by the cloud's time, it last answered; null before the first answer.</summary>
    DateTimeOffset? LastAnswerAt { get; }
}
