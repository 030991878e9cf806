using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>Training job operations (pai-dlc 2020-12-03) that are implemented.</summary>
internal static class DlcOperations
{
    public static readonly IReadOnlyList<IWireOperation> All =
    [
        new CreateJob(),
        new GetJob(),
        new ListJobs(),
        new StopJob(),
        new DeleteJob(),
        new UpdateJob(),
        new GetJobEvents(),
        new GetPodLogs(),
        new GetPodEvents(),
        new GetJobMetrics(),
        new ListEcsSpecs(),
    ];
}
