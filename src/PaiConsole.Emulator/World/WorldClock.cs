namespace PaiConsole.Emulator.World;

/// <summary>The emulated world's own time: an anchor that runs at a speed over the real clock, and can be moved forward.</summary>
public sealed class WorldClock
{
    private readonly TimeProvider _real;
    private readonly Lock _gate = new();
    private long _anchorReal;
    private DateTimeOffset _anchorWorld;

    internal WorldClock(TimeProvider real, double speed)
    {
        _real = real;
        _anchorReal = real.GetTimestamp();
        _anchorWorld = real.GetUtcNow();
        Speed = speed;
    }

    /// <summary>World seconds per real second; 0 while paused.</summary>
    public double Speed { get; private set; }

    /// <summary>World time now.</summary>
    public DateTimeOffset Now
    {
        get
        {
            lock (_gate)
                return _anchorWorld + _real.GetElapsedTime(_anchorReal) * Speed;
        }
    }

    /// <summary>Changes the speed from now on; 0 pauses.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public void SetSpeed(double speed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(speed);
        Move(TimeSpan.Zero, speed);
    }

    /// <summary>Jumps forward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative: this world has no way back.</exception>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Move(by, null);
    }

    private void Move(TimeSpan by, double? speed)
    {
        lock (_gate)
        {
            var real = _real.GetTimestamp();
            _anchorWorld += _real.GetElapsedTime(_anchorReal, real) * Speed + by;
            _anchorReal = real;
            Speed = speed ?? Speed;
        }
    }
}
