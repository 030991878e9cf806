namespace PaiConsole.Cloud.Dsw;

/// <summary>The idle rule of an instance: DSW stops it once CPU (and GPU) stayed below the thresholds for long enough.</summary>
public sealed record IdleInstanceCuller : DswAnswer
{
    /// <summary>CPU utilisation in percent, 1 to 100, below which it counts as idle.</summary>
    public int? CpuPercentThreshold { get; init; }

    /// <summary>GPU utilisation in percent, 1 to 100, below which it counts as idle; GPU types only.</summary>
    public int? GpuPercentThreshold { get; init; }

    /// <summary>Minutes of idleness after which it is stopped.</summary>
    public int? MaxIdleTimeInMinutes { get; init; }

    /// <summary>Minutes it has been idle now.</summary>
    public int? IdleTimeInMinutes { get; init; }
}

/// <summary>Body of CreateIdleInstanceCuller; replaces the rule there is.</summary>
public sealed record CreateIdleInstanceCullerRequest
{
    /// <summary>CPU percent, 1 to 100.</summary>
    public int? CpuPercentThreshold { get; init; }

    /// <summary>GPU percent, 1 to 100; leave null on CPU types.</summary>
    public int? GpuPercentThreshold { get; init; }

    /// <summary>Minutes of idleness before the stop.</summary>
    public int? MaxIdleTimeInMinutes { get; init; }
}
