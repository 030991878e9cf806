namespace PaiConsole.Bench.Floors;

/// <summary>An event inside the process: the least that a change can need to reach an open page.</summary>
internal sealed class Pulse
{
    public event EventHandler<string>? Beaten;

    /// <summary>Tells the open pages; says when that was, in milliseconds since 1970.</summary>
    public double Beat(string text)
    {
        var at = (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalMilliseconds;
        Beaten?.Invoke(this, text);
        return at;
    }
}
