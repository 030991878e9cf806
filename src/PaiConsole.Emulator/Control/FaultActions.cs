using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Control;

/// <summary><c>GET faults</c>: what is armed.</summary>
internal sealed class GetFaults : IControlAction
{
    public string Method => "GET";

    public string Path => "faults";

    public object Handle(ControlCall call) => new { items = call.World.Faults.List() };
}

/// <summary><c>POST faults {action, times, kind, …}</c>: arms one.</summary>
internal sealed class AddFault : IControlAction
{
    public string Method => "POST";

    public string Path => "faults";

    public object Handle(ControlCall call)
    {
        try
        {
            call.World.Faults.Add(call.Body<Fault>());
        }
        catch (ArgumentException error)
        {
            throw new ControlException(error.Message);
        }

        return new { items = call.World.Faults.List() };
    }
}

/// <summary><c>DELETE faults</c>: disarms all.</summary>
internal sealed class ClearFaults : IControlAction
{
    public string Method => "DELETE";

    public string Path => "faults";

    public object? Handle(ControlCall call)
    {
        call.World.Faults.Clear();
        return null;
    }
}
