using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>GET one service, with its endpoints and its token.</summary>
internal sealed class DescribeService : IWireOperation
{
    public string Product => Transport.Product.Eas;

    public string Name => nameof(DescribeService);

    public object Handle(WireCall call) => new ServiceAnswer(call.World.Services.Need(call), detail: true);
}
