namespace PaiConsole.Domain.Notebooks.Idleness;

/// <summary>How busy a notebook was at one instant.</summary>
/// <param name="At">Cloud time.</param>
/// <param name="Cpu">Percent of the CPU; null where the cloud gave no point.</param>
/// <param name="Gpu">Percent of the GPU cores; null where the cloud gave no point, and on types without a GPU.</param>
public readonly record struct UseSample(DateTimeOffset At, double? Cpu, double? Gpu);

/// <summary>Below these it is idle.</summary>
/// <param name="Cpu">Percent of the CPU.</param>
/// <param name="Gpu">Percent of the GPU cores; does not matter on types without a GPU.</param>
public readonly record struct IdleThresholds(double Cpu, double Gpu)
{
    /// <summary>What is taken where a notebook has no rule of its own: 20 % and 10 %.</summary>
    public static IdleThresholds Usual { get; } = new(20, 10);

    /// <summary>Those of a rule, or the usual ones.</summary>
    public static IdleThresholds Of(int? cpu, int? gpu) => new(cpu ?? Usual.Cpu, gpu ?? Usual.Gpu);
}

/// <summary>Why an idle run ended.</summary>
public enum IdleEnd
{
    /// <summary>Somebody used it again.</summary>
    Used,
    /// <summary>The cloud gave no figures for a while: nobody knows, so it does not count as idle.</summary>
    Gap,
    /// <summary>It was stopped.</summary>
    Stopped,
}

/// <summary>A stretch of time in which nobody used it.</summary>
/// <param name="From">First idle figure.</param>
/// <param name="To">Last idle figure before the end, or the use that ended it.</param>
/// <param name="End">Why it ended.</param>
public sealed record IdleRun(DateTimeOffset From, DateTimeOffset To, IdleEnd End);
