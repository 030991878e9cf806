using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Eas;

/// <summary>
/// Looks every half minute how many instances the traffic needs. Up at once (or after its window), down only when everything wanted within the
/// window was lower, to zero and back by its own rule.
/// </summary>
internal sealed class Autoscaler(ModelService service)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(30);
    private readonly List<(DateTimeOffset At, int Wanted)> _wanted = [];
    private DateTimeOffset? _quietSince;
    private Due? _look;

    /// <summary>Null while the number of instances is set by hand.</summary>
    public AutoscalerRule? Rule { get; private set; }

    public bool IsSet => Rule is not null;

    /// <summary>Sets or replaces the rule.</summary>
    public void Set(AutoscalerRule rule)
    {
        Rule = rule;
        Forget();
        Watch();
    }

    public void Remove()
    {
        Rule = null;
        Rest();
    }

    /// <summary>Starts looking, if there is a rule and the service runs.</summary>
    public void Watch()
    {
        _look?.Cancel();
        if (IsSet && service.IsRunning)
            _look = service.World.PlanIn(Period, Look);
    }

    /// <summary>Stops looking and forgets what was wanted.</summary>
    public void Rest()
    {
        _look?.Cancel();
        Forget();
    }

    /// <summary>A metric as it is now, per instance.</summary>
    public double Value(Strategy strategy)
    {
        var measured = strategy.Service is { } other ? service.World.Services.Find(other) ?? service : service;
        var now = service.World.Now;
        return strategy.Metric.ToUpperInvariant() switch
        {
            "QPS" => measured.Traffic.Qps(now) / Math.Max(1, measured.Replicas.Running),
            "CPU" => measured.Traffic.CpuPercent(now),
            _ => measured.Traffic.GpuPercent(now),
        };
    }

    private void Forget()
    {
        _wanted.Clear();
        _quietSince = null;
    }

    private void Look()
    {
        if (!service.IsRunning)
            return;
        var now = service.World.Now;
        var current = service.Desired;
        var target = current == 0 || service.Traffic.Qps(now) <= 0 ? AroundZero(current, now) : Stabilised(current, now);
        if (target != current)
        {
            service.Events.Add(now, "Autoscaling", FormattableString.Invariant($"Autoscaler changes the instances from {current} to {target}"));
            service.Scale(target, []);
            return;
        }

        Watch();
    }

    private int AroundZero(int current, DateTimeOffset now)
    {
        if (service.Traffic.Qps(now) > 0)
        {
            Forget();
            return Math.Clamp(Rule!.Activation, 1, Rule.Max);
        }

        _quietSince ??= now;
        if (Rule!.Min == 0 && current > 0 && now - _quietSince >= TimeSpan.FromSeconds(Rule.ZeroGrace))
            return 0;
        return current == 0 ? 0 : Stabilised(current, now, quiet: true);
    }

    private int Stabilised(int current, DateTimeOffset now, bool quiet = false)
    {
        if (!quiet)
            _quietSince = null;
        var wanted = Math.Clamp(Rule!.Strategies.Max(s => ScalingArithmetic.Desired(current, Value(s), s.Threshold)), Math.Max(1, Rule.Min), Rule.Max);

        // The number at the start counts as wanted, so that nothing shrinks before a whole window was seen.
        if (_wanted.Count == 0)
            _wanted.Add((now, current));
        _wanted.Add((now, wanted));
        _wanted.RemoveAll(w => w.At < now - TimeSpan.FromSeconds(Math.Max(Rule.UpWindow, Rule.DownWindow)));
        var up = _wanted.Where(w => w.At >= now - TimeSpan.FromSeconds(Rule.UpWindow)).Min(w => w.Wanted);
        var down = _wanted.Where(w => w.At >= now - TimeSpan.FromSeconds(Rule.DownWindow)).Max(w => w.Wanted);
        return wanted > current ? Math.Max(current, Rule.UpWindow == 0 ? wanted : up) : wanted < current ? Math.Min(current, down) : current;
    }
}
