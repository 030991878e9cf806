using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Ecs;

/// <summary>Elastic Compute operations (2014-05-26, RPC) that are implemented: what things cost and what machines exist.</summary>
internal static class EcsOperations
{
    public static readonly IReadOnlyList<IWireOperation> All =
    [
        new DescribePrice(),
        new DescribeInstanceTypes(),
        new DescribeSpotPriceHistory(),
    ];
}
