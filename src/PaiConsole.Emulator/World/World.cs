namespace PaiConsole.Emulator.World;

/// <summary>
/// The state of everything, under one lock. Time passes when somebody looks: <see cref="Do{T}"/> first lets everything happen that
/// is due by the clock, in order and at its own time, then runs the caller. So a transition carries the time it was due, not the time it was noticed.
/// </summary>
public sealed partial class World
{
    private readonly Lock _gate = new();
    private readonly Schedule _schedule = new();

    internal World(EmulatorOptions options, TimeProvider real)
    {
        Options = options;
        Real = real;
        Clock = new WorldClock(real, options.Speed);
        Now = WholeSeconds(Clock.Now);
        Random = new Random(options.RandomSeed);
        Faults = new Faults(options.RandomSeed);
        Buckets = new(this);
        Assets.Restart(this);
    }

    /// <summary>The world's clock: speed, pause, jumps.</summary>
    public WorldClock Clock { get; }

    /// <summary>What really happened: every interval in which something ran.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>Calls received.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>Faults to inject.</summary>
    public Faults Faults { get; }

    internal EmulatorOptions Options { get; }

    /// <summary>The real clock, for signature dates and for how long an injected fault really takes.</summary>
    internal TimeProvider Real { get; }

    /// <summary>
    /// World time as far as the world has been advanced. Inside a transition: the time it was due. Always whole seconds, because the wire
    /// has no finer ones: what a client reads is exactly what happened.
    /// </summary>
    internal DateTimeOffset Now { get; private set; }

    internal Random Random { get; private set; }

    /// <summary>Jumps forward; everything due in between has happened when this returns.</summary>
    public void Advance(TimeSpan by)
    {
        Clock.Advance(by);
        Do(() => { });
    }

    /// <summary>Runs <paramref name="act"/> alone in the world, advanced to now.</summary>
    internal T Do<T>(Func<T> act)
    {
        lock (_gate)
        {
            CatchUp();
            return act();
        }
    }

    internal void Do(Action act) => Do(() =>
    {
        act();
        return true;
    });

    /// <summary>Plans something for a world time; call inside <see cref="Do(Action)"/>.</summary>
    internal Due Plan(DateTimeOffset at, Action happen) => _schedule.Plan(WholeSeconds(at.AddTicks(TimeSpan.TicksPerSecond - 1)), happen);

    /// <summary>How much is planned: all that the passing of time costs.</summary>
    internal int Planned => _schedule.Count;

    /// <summary>Plans something after a while.</summary>
    internal Due PlanIn(TimeSpan after, Action happen) => Plan(Now + after, happen);

    /// <summary>An id of lower-case letters and digits, repeatable from the random seed.</summary>
    internal string NewId(string prefix, int length, string alphabet = "0123456789abcdefghijklmnopqrstuvwxyz") =>
        prefix + Random.GetString(alphabet, length);

    private static DateTimeOffset WholeSeconds(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerSecond));

    private void CatchUp()
    {
        var until = WholeSeconds(Clock.Now);
        while (_schedule.Next(until) is { } due)
        {
            if (due.At > Now)
                Now = due.At;
            due.Happen();
        }

        Now = until > Now ? until : Now;
    }
}
