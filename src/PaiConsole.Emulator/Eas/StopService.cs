using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>Stops a service; its endpoint stays.</summary>
internal sealed class StopService : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(StopService);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        service.Ask(Name);
        return new { Message = $"Service [{service.Name}] in region [{call.World.Options.Region}] is being stopped" };
    }
}
