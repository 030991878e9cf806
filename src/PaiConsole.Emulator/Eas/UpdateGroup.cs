using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>PUT one group. Under TrafficMode customized the weights of its members count, under auto their instances.</summary>
internal sealed class UpdateGroup : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(UpdateGroup);

    public object Handle(WireCall call)
    {
        var group = call.World.Services.NeedGroup(call);
        if (call.Body.Text("TrafficMode") is { } mode)
            group.SetMode(mode);
        group.Network = call.Body.Field("Network") ?? group.Network;
        if (call.Body.Field("Labels") is { } labels)
            group.SetLabels(labels);
        group.Updated = call.Now;
        return new { Message = $"Group [{group.Name}] updated" };
    }
}
