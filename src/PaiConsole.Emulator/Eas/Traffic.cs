namespace PaiConsole.Emulator.Eas;

/// <summary>What the control surface fixed about a service's traffic from some time on; null leaves it to the model.</summary>
internal sealed record Behaviour(DateTimeOffset From, double? ErrorRate, double? P50Ms, double? P99Ms, double? Qps);

/// <summary>Who calls a service and how it does: callers follow the day and the week, latency follows the load.</summary>
internal sealed class Traffic(ModelService service)
{
    private const double UsualErrorRate = 0.001;
    private readonly List<Behaviour> _set = [];
    private readonly List<(DateTimeOffset From, double Share)> _shares = [];
    private ServingKind? _kind;

    public ServingKind Kind => _kind ??= ServingKind.Of(service.Document);

    /// <summary>Requests per second at the busiest time of a working day. A service that nobody has said anything about gets about half of one instance's capacity.</summary>
    public double Peak { get; set; } = -1;

    /// <summary>Part of the peak that never goes away at night.</summary>
    public double Base { get; set; } = 0.12;

    /// <summary>The callers of a group stay when the member they knew goes.</summary>
    public void Inherit(Traffic other) => (Peak, Base) = (other.BusiestQps, other.Base);

    /// <summary>Forgets what the document said about the kind, after it has changed.</summary>
    public void Refresh() => _kind = null;

    /// <summary>Fixes parts of the behaviour from now on.</summary>
    public void Set(Behaviour behaviour) => _set.Add(behaviour);

    /// <summary>What is fixed now.</summary>
    public Behaviour? Last => _set.Count > 0 ? _set[^1] : null;

    /// <summary>From now on it gets this part of its group's traffic.</summary>
    public void SetShare(DateTimeOffset from, double share)
    {
        if (_shares.Count == 0 || _shares[^1].Share != share)
            _shares.Add((from, share));
    }

    /// <summary>Requests per second that callers send to this service, all instances together.</summary>
    public double Qps(DateTimeOffset at)
    {
        if (SetAt(at)?.Qps is { } fixedQps)
            return fixedQps;
        if (service.Group?.Face is not { } face)
            return Demand(at);
        return face.Traffic.Demand(at) * ShareAt(at);
    }

    /// <summary>Part of the requests that fail, 0 to 1.</summary>
    public double ErrorRate(DateTimeOffset at) => SetAt(at)?.ErrorRate ?? UsualErrorRate * (0.2 + 2.5 * Signal.Noise(service.Uid + "err", at, 1800));

    public double P50Ms(DateTimeOffset at) => SetAt(at)?.P50Ms ?? Kind.P50Ms * (0.85 + 0.3 * Signal.Unit(service.Uid, 21)) * (1 + 1.2 * Math.Pow(Load(at), 3));

    public double P99Ms(DateTimeOffset at) => SetAt(at)?.P99Ms ?? P50Ms(at) * (2.4 + 1.5 * Signal.Noise(service.Uid + "tail", at, 900));

    /// <summary>How full its instances are, 0 to 1.</summary>
    public double Load(DateTimeOffset at) => Math.Clamp(Qps(at) / service.Replicas.ServedAt(at) / Kind.Capacity, 0, 1);

    public double CpuPercent(DateTimeOffset at) => Math.Clamp(4 + 70 * Load(at) + 8 * Signal.Noise(service.Uid + "cpu", at, 120), 0, 100);

    public double GpuPercent(DateTimeOffset at) => Math.Clamp(1 + 94 * Load(at) + 5 * Signal.Noise(service.Uid + "gpu", at, 120), 0, 100);

    /// <summary>Requests per second of its own callers, whatever the group does with them.</summary>
    private double Demand(DateTimeOffset at) =>
        BusiestQps * (Base + (1 - Base) * Signal.WorkingHours(at)) * (0.8 + 0.4 * Signal.Noise(service.Uid + "qps", at, 240));

    private double BusiestQps => Peak >= 0 ? Peak : Kind.Capacity * (0.3 + 0.4 * Signal.Unit(service.Uid, 20));

    /// <summary>Its part of its group's traffic now, 0 to 1.</summary>
    public double ShareNow => ShareAt(service.World.Now);

    private double ShareAt(DateTimeOffset at)
    {
        for (var i = _shares.Count - 1; i >= 0; i--)
            if (_shares[i].From <= at)
                return _shares[i].Share;

        // Before the first change that is remembered it was the same.
        return _shares.Count > 0 ? _shares[0].Share : 0;
    }

    private Behaviour? SetAt(DateTimeOffset at)
    {
        for (var i = _set.Count - 1; i >= 0; i--)
            if (_set[i].From <= at)
                return _set[i];
        return null;
    }
}
