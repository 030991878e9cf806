namespace PaiConsole.Emulator.Eas;

/// <summary>One instance of a service.</summary>
/// <param name="name">Pod name.</param>
/// <param name="generation">Rollout it belongs to.</param>
/// <param name="machine">What it runs on.</param>
/// <param name="created">When it was asked for.</param>
internal sealed class Replica(string name, int generation, Machine machine, DateTimeOffset created)
{
    public string Name { get; } = name;

    public int Generation { get; } = generation;

    public Machine Machine { get; } = machine;

    public DateTimeOffset Created { get; } = created;

    /// <summary>When it began to serve; null while it starts.</summary>
    public DateTimeOffset? Started { get; set; }

    /// <summary>When it was taken away; null while it exists.</summary>
    public DateTimeOffset? Ended { get; set; }

    /// <summary>Why it cannot start; null when nothing is wrong.</summary>
    public string? Trouble { get; set; }

    public bool IsRunning => Started is not null && Ended is null;

    public string Status => Trouble is not null ? "Failed" : IsRunning ? "Running" : "Pending";

    public string Ip => FormattableString.Invariant($"10.{16 + Signal.Hash(Name, 1) % 30}.{Signal.Hash(Name, 2) % 250}.{2 + Signal.Hash(Name, 3) % 250}");

    public string HostIp => FormattableString.Invariant($"10.224.{Signal.Hash(Name, 4) % 250}.{2 + Signal.Hash(Name, 5) % 250}");
}
