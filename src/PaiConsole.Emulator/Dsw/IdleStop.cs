using System.Globalization;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dsw;

/// <summary>Rule of an idle stop.</summary>
/// <param name="Cpu">CPU percentage that idleness is measured by.</param>
/// <param name="Gpu">On GPU types the GPU has to be idle too, by this percentage; null: the GPU does not count.</param>
/// <param name="Minutes">Stopped after more than so many idle minutes.</param>
internal sealed record IdleRule(int Cpu, int? Gpu, int Minutes)
{
    /// <summary>A countdown before the stop, which people see; work ends it (inferred).</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether people may close the countdown.</summary>
    public bool EnableSkip { get; init; }
}

/// <summary>Looks every minute whether a running notebook is idle, and stops it when it has been for too long.</summary>
internal abstract class IdleStop(Notebook notebook)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private Due? _look;

    /// <summary>Who made the rule, in the word of QueryAutoShutdownPolicies.</summary>
    public abstract string SourceType { get; }

    /// <summary>Null while none holds.</summary>
    public abstract IdleRule? Rule { get; }

    /// <summary>Minutes of the current idle run.</summary>
    public int IdleMinutes { get; private set; }

    /// <summary>When the countdown before the stop is over; null while there is none.</summary>
    public DateTimeOffset? StopsAt { get; private set; }

    /// <summary>How long until the rule is met if the notebook stays idle from now on; null where nothing counts.</summary>
    public TimeSpan? Left => Rule is { } rule && _look is { Cancelled: false } look
        ? look.At - notebook.World.Now + Minute * (rule.Minutes - IdleMinutes)
        : null;

    /// <summary>The rule as the cloud writes it. Only the form with CPU is documented; that of the GPU, and one form for all sources, are inferred.</summary>
    public string? Expression => Rule is not { } rule ? null
        : string.Create(CultureInfo.InvariantCulture, $"IdleDuration > {rule.Minutes} min AND CpuUtilization <= {rule.Cpu}%")
            + (HasGpu && rule.Gpu is { } gpu ? string.Create(CultureInfo.InvariantCulture, $" AND GpuUtilization <= {gpu}%") : "");

    private bool HasGpu => SkuCatalogue.Find(notebook.Spec.EcsSpec) is { Gpu: > 0 };

    protected Notebook Notebook => notebook;

    /// <summary>ReasonCode of the stop.</summary>
    protected abstract string ReasonCode { get; }

    /// <summary>Starts looking, if there is a rule and the notebook runs; idle time counts from now.</summary>
    public void Watch()
    {
        Rest();
        if (Rule is not null && notebook.IsRunning)
            _look = notebook.World.PlanIn(Minute, Look);
    }

    /// <summary>Takes an idle run from history, if it is one by this rule.</summary>
    public void Remember(TimeSpan idle)
    {
        if (_look is not null && Rule is { } rule && IsIdle(rule))
            IdleMinutes = (int)Math.Min(idle.TotalMinutes, rule.Minutes);
    }

    /// <summary>Stops looking and forgets the idle run.</summary>
    public void Rest()
    {
        _look?.Cancel();
        _look = null;
        IdleMinutes = 0;
        StopsAt = null;
    }

    /// <summary>Is a load of so many percent nothing?</summary>
    protected abstract bool IsNothing(double load, int threshold);

    protected abstract string Message(IdleRule rule);

    private void Look()
    {
        var now = notebook.World.Now;
        var rule = Rule!;
        IdleMinutes = IsIdle(rule) ? IdleMinutes + 1 : 0;
        StopsAt = IdleMinutes > rule.Minutes ? StopsAt ?? now + rule.Delay : null;
        if (StopsAt <= now)
            notebook.Enter("Stopping", ReasonCode, Message(rule));
        else
            _look = notebook.World.Plan(StopsAt < now + Minute ? StopsAt.Value : now + Minute, Look);
    }

    /// <summary>Nobody knows what happens where there are no metrics, and that is not idleness.</summary>
    private bool IsIdle(IdleRule rule)
    {
        var now = notebook.World.Now;
        return !notebook.Load.IsGap(now) && IsNothing(notebook.Load.Cpu(now), rule.Cpu)
            && (!HasGpu || rule.Gpu is not { } gpu || IsNothing(notebook.Load.Gpu(now), gpu));
    }
}
