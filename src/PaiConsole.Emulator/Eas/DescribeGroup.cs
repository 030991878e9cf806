using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>GET one group, with its token.</summary>
internal sealed class DescribeGroup : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(DescribeGroup);

    public object Handle(WireCall call) => new GroupAnswer(call.World, call.World.Services.NeedGroup(call), detail: true);
}
