namespace PaiConsole.Emulator.Control;

/// <summary><c>GET state</c>: counts of every kind, calls received, and the world's now.</summary>
internal sealed class GetState : IControlAction
{
    public string Method => "GET";

    public string Path => "state";

    public object Handle(ControlCall call) => new
    {
        now = call.World.Now,
        speed = call.World.Clock.Speed,
        requests = call.World.Requests.Total,
        counts = call.World.Counts(),
    };
}

/// <summary><c>POST reset</c>: empties the world and sows its seed again.</summary>
internal sealed class Reset : IControlAction
{
    public string Method => "POST";

    public string Path => "reset";

    public object? Handle(ControlCall call)
    {
        call.World.Reset();
        return null;
    }
}

/// <summary><c>POST seed {jobs, services, notebooks}</c>: adds that many of each to the world.</summary>
internal sealed class Seed : IControlAction
{
    public string Method => "POST";

    public string Path => "seed";

    public object Handle(ControlCall call)
    {
        var wanted = call.Body<Amounts>();
        World.Seeds.SowLarge(call.World, wanted.Jobs, wanted.Services, wanted.Notebooks);
        return new { counts = call.World.Counts() };
    }

    private sealed record Amounts(int Jobs, int Services, int Notebooks);
}
