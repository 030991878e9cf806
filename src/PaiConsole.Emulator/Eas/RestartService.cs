using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>Restarts the instances one after another: the old ones serve until the new ones do.</summary>
internal sealed class RestartService : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(RestartService);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        service.Ask(Name);
        return new { Message = $"Service [{service.Name}] in region [{call.World.Options.Region}] is being restarted" };
    }
}
