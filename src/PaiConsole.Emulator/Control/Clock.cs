namespace PaiConsole.Emulator.Control;

/// <summary><c>GET clock</c>.</summary>
internal sealed class GetClock : IControlAction
{
    public string Method => "GET";

    public string Path => "clock";

    public object Handle(ControlCall call) => new { now = call.World.Clock.Now, speed = call.World.Clock.Speed };
}

/// <summary><c>POST clock {speed}</c> or <c>{advanceSeconds}</c>: when it answers, everything due has happened.</summary>
internal sealed class SetClock : IControlAction
{
    public string Method => "POST";

    public string Path => "clock";

    public object Handle(ControlCall call)
    {
        var wanted = call.Body<Wanted>();
        if (wanted.Speed is null && wanted.AdvanceSeconds is null)
            throw new ControlException("Give speed or advanceSeconds.");
        if (wanted.Speed is < 0 || wanted.AdvanceSeconds is < 0)
            throw new ControlException("speed and advanceSeconds must not be negative: this world has no way back.");
        if (wanted.Speed is { } speed)
            call.World.Clock.SetSpeed(speed);
        if (wanted.AdvanceSeconds is { } seconds)
            call.World.Advance(TimeSpan.FromSeconds(seconds));
        return new { now = call.World.Clock.Now, speed = call.World.Clock.Speed };
    }

    private sealed record Wanted(double? Speed, double? AdvanceSeconds);
}
