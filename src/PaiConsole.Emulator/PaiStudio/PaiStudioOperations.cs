using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.PaiStudio;

/// <summary>Operations of PaiStudio 2022-01-12 that are implemented: the training jobs that the Python SDK's estimators make, and prices on the spot market.</summary>
internal static class PaiStudioOperations
{
    public static readonly IReadOnlyList<IWireOperation> All =
    [
        new CreateTrainingJob(),
        new GetTrainingJob(),
        new ListTrainingJobs(),
        new StopTrainingJob(),
        new DeleteTrainingJob(),
        new ListTrainingJobLogs(),
        new ListTrainingJobEvents(),
        new ListTrainingJobMetrics(),
        new GetSpotPriceHistory(),
    ];
}
