using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>Notebook operations (pai-dsw 2022-01-01) that are implemented.</summary>
internal static class DswOperations
{
    public static readonly IReadOnlyList<IWireOperation> All =
    [
        new CreateInstance(),
        new GetInstance(),
        new ListInstances(),
        new StartInstance(),
        new StopInstance(),
        new UpdateInstance(),
        new DeleteInstance(),
        new GetInstanceMetrics(),
        new GetInstanceEvents(),
        new ListEcsSpecs(),
        new CreateIdleInstanceCuller(),
        new GetIdleInstanceCuller(),
        new DeleteIdleInstanceCuller(),
        new CreateInstanceShutdownTimer(),
        new GetInstanceShutdownTimer(),
        new DeleteInstanceShutdownTimer(),
        new GetLifecycle(),
        new ListSystemLogs(),
        new QueryAutoShutdownPolicies(),
        new StopInstances(),
        new DeleteInstances(),
        new CreateInstanceSnapshot(),
        new ListInstanceSnapshot(),
        new GetInstanceSnapshot(),
        new DeleteInstanceSnapshot(),
        new UpdateInstanceLabels(),
        new DeleteInstanceLabels(),
        new GetToken(),
    ];
}
