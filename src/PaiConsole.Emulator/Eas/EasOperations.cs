using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>Model service operations (eas 2021-07-01) that are implemented.</summary>
internal static class EasOperations
{
    public static readonly IReadOnlyList<IWireOperation> All =
    [
        new CreateService(),
        new ListServices(),
        new DescribeService(),
        new UpdateService(),
        new StartService(),
        new StopService(),
        new RestartService(),
        new DeleteService(),
        new ScaleService(),
        new ListServiceInstances(),
        new DescribeServiceLog(),
        new DescribeServiceEvent(),
        new ReleaseService(),
        new CreateGroup(),
        new ListGroups(),
        new DescribeGroup(),
        new UpdateGroup(),
        new DeleteGroup(),
        new CreateServiceAutoScaler(),
        new UpdateServiceAutoScaler(),
        new DescribeServiceAutoScaler(),
        new DeleteServiceAutoScaler(),
    ];
}
