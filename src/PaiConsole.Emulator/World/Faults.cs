namespace PaiConsole.Emulator.World;

/// <summary>A fault to inject into calls.</summary>
public sealed record Fault
{
    /// <summary>Operation it strikes; null or <c>*</c> for every one.</summary>
    public string? Action { get; init; }

    /// <summary><c>throttle</c>, <c>error500</c>, <c>timeout</c>, <c>dropAfter</c> (work done, answer lost), <c>truncatePage</c> (fewer items than TotalCount says) or <c>slow</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>How many calls it strikes before it is spent; null for no end.</summary>
    public int? Times { get; init; }

    /// <summary>Chance of each matching call to be struck, 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Makes the chance repeatable.</summary>
    public int? Seed { get; init; }

    /// <summary>Real milliseconds: length of <c>slow</c> and <c>timeout</c>, and the retry-after of <c>throttle</c>.</summary>
    public int? DelayMs { get; init; }
}

/// <summary>The faults that are armed.</summary>
public sealed class Faults
{
    /// <summary>Every kind of fault.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["throttle", "error500", "timeout", "dropAfter", "truncatePage", "slow"];

    private readonly Lock _gate = new();
    private readonly int _seed;
    private readonly List<Armed> _armed = [];

    internal Faults(int seed) => _seed = seed;

    /// <summary>What is armed, with the strikes that are left.</summary>
    public IReadOnlyList<Fault> List()
    {
        lock (_gate)
            return [.. _armed.Select(a => a.Fault with { Times = a.Left })];
    }

    /// <summary>Arms a fault.</summary>
    /// <exception cref="ArgumentException">Unknown kind, or no strikes.</exception>
    public void Add(Fault fault)
    {
        if (fault.Times is <= 0)
            throw new ArgumentException("times must be at least 1; leave it out for no end.", nameof(fault));
        if (!Kinds.Contains(fault.Kind, StringComparer.Ordinal))
            throw new ArgumentException($"Unknown fault kind '{fault.Kind}'; known: {string.Join(", ", Kinds)}.", nameof(fault));
        lock (_gate)
            _armed.Add(new(fault, new Random(fault.Seed ?? _seed)));
    }

    /// <summary>Disarms all.</summary>
    public void Clear()
    {
        lock (_gate)
            _armed.Clear();
    }

    /// <summary>The fault that strikes this call; null for none.</summary>
    internal Fault? Strike(string action)
    {
        lock (_gate)
        {
            foreach (var armed in _armed)
            {
                if (armed.Fault.Action is { } wanted and not "*" && wanted != action)
                    continue;
                if (armed.Random.NextDouble() >= armed.Fault.Probability)
                    continue;
                if (armed.Left is not null && --armed.Left == 0)
                    _armed.Remove(armed);
                return armed.Fault;
            }

            return null;
        }
    }

    private sealed class Armed(Fault fault, Random random)
    {
        public Fault Fault { get; } = fault;

        public Random Random { get; } = random;

        public int? Left { get; set; } = fault.Times;
    }
}
