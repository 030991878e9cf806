namespace PaiConsole.Cloud.PaiStudio;

/// <summary>Training jobs as the Python SDK's estimators make them, and spot prices: PaiStudio 2022-01-12. Every method throws <see cref="PaiApiException"/>.</summary>
public interface IPaiStudioApi
{
    /// <summary>Submits a training job. No client token: a repeat makes a second one.</summary>
    Task<TrainingJobAnswer> CreateTrainingJobAsync(CreateTrainingJobRequest request, CancellationToken cancellationToken);

    /// <summary>Reads one training job.</summary>
    Task<TrainingJob> GetTrainingJobAsync(string trainingJobId, CancellationToken cancellationToken);

    /// <summary>Reads a page of training jobs; only here is the DLC job beneath named.</summary>
    Task<ListTrainingJobsAnswer> ListTrainingJobsAsync(ListTrainingJobsQuery query, CancellationToken cancellationToken);

    /// <summary>Stops one that has not ended.</summary>
    Task<TrainingJobAnswer> StopTrainingJobAsync(string trainingJobId, CancellationToken cancellationToken);

    /// <summary>Deletes one that has ended.</summary>
    Task<TrainingJobAnswer> DeleteTrainingJobAsync(string trainingJobId, CancellationToken cancellationToken);

    /// <summary>Reads a page of one instance's log lines.</summary>
    Task<TrainingJobLogsAnswer> ListTrainingJobLogsAsync(string trainingJobId, TrainingJobLogsQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of events.</summary>
    Task<TrainingJobEventsAnswer> ListTrainingJobEventsAsync(string trainingJobId, TrainingJobEventsQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of the figures the training reported, loss among them.</summary>
    Task<TrainingJobMetricsAnswer> ListTrainingJobMetricsAsync(string trainingJobId, TrainingJobMetricsQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of the market's past prices of an instance type.</summary>
    Task<SpotPriceHistoryAnswer> GetSpotPriceHistoryAsync(string instanceType, SpotPriceHistoryQuery query, CancellationToken cancellationToken);
}
