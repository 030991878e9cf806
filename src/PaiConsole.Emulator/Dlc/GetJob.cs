using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>GET /api/v1/jobs/{JobId}. NeedDetail=false leaves pods and histories out.</summary>
internal sealed class GetJob : IWireOperation
{
    public string Product => Transport.Product.Dlc;

    public string Name => nameof(GetJob);

    public object Handle(WireCall call) => new JobDetailAnswer(call.World.Jobs.Need(call.Path("JobId")), call.Flag("NeedDetail") ?? true);
}
