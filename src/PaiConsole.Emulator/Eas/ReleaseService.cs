using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>PUT …/release: lets a member of a group take part in the group's traffic, and sets its weight there.</summary>
internal sealed class ReleaseService : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(ReleaseService);

    public object Handle(WireCall call)
    {
        var service = call.World.Services.Need(call);
        var weight = call.Body.Long("Weight");
        var state = call.Body.Text("TrafficState");
        if (weight is null && state is null)
            throw WireError.Invalid(Product, "Give TrafficState or Weight.");
        if (weight is < -1 or > 1000)
            throw WireError.Invalid(Product, FormattableString.Invariant($"Weight must be between -1 and 1000, not {weight}."));
        if (service.Group is null)
            throw WireError.Conflict(Product, $"Service {service.Name} is in no group: there is no traffic to share.");
        service.Weight = (int)(weight ?? service.Weight);
        service.TrafficState = state ?? service.TrafficState;
        service.Events.Add(call.Now, "Released", FormattableString.Invariant($"Traffic state is {service.TrafficState}, weight {service.Weight}"));
        service.Group.Recount();
        return new { Message = $"Service [{service.Name}] in region [{call.World.Options.Region}] is released" };
    }
}
