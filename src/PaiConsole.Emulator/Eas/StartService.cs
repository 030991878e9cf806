using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>Starts a stopped or failed service.</summary>
internal sealed class StartService : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(StartService);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        service.Ask(Name);
        return new { Message = $"Service [{service.Name}] in region [{call.World.Options.Region}] is being started" };
    }
}
