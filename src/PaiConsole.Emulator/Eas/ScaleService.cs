using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>PUT …/scale: sets the number of instances. InstancesToDelete go first when there will be fewer.</summary>
internal sealed class ScaleService : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(ScaleService);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        var instances = call.Body.Long("Instance") ?? -1;
        if (instances is < 0 or > 1000)
            throw WireError.Invalid(Product, "Instance must be between 0 and 1000.");
        string[] first = [.. (call.Body.Field("InstancesToDelete")?.EnumerateArray() ?? default).Select(i => i.GetString()!)];
        foreach (var name in first)
            if (!service.Replicas.Live.Any(r => r.Name == name))
                throw WireError.NotFound(Product, "Instance", name);
        service.Scale((int)instances, first);
        return new { Message = $"Service [{service.Name}] in region [{call.World.Options.Region}] is being scaled" };
    }
}
