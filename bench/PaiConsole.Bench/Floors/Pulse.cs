namespace PaiConsole.Bench.Floors;

/// <summary>An event inside the process: the least that a change can need to reach an open page.</summary>
internal sealed class Pulse
{
    public event EventHandler<string>? Beaten;

    public void Beat(string text) => Beaten?.Invoke(this, text);
}
