using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>Deletes a service; its group goes with the last member.</summary>
internal sealed class DeleteService : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(DeleteService);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        service.Ask(Name);
        return new { Message = $"Service [{service.Name}] in region [{call.World.Options.Region}] is being deleted" };
    }
}
