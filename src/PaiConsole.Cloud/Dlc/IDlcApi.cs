namespace PaiConsole.Cloud.Dlc;

/// <summary>Training jobs: pai-dlc 2020-12-03. Every method throws <see cref="PaiApiException"/>.</summary>
public interface IDlcApi
{
    /// <summary>Submits a job.</summary>
    Task<JobAnswer> CreateJobAsync(CreateJobRequest request, CancellationToken cancellationToken);

    /// <summary>Reads one job; <paramref name="needDetail"/> asks for the heavy fields.</summary>
    Task<Job> GetJobAsync(string jobId, bool? needDetail, CancellationToken cancellationToken);

    /// <summary>Reads a page of jobs.</summary>
    Task<ListJobsAnswer> ListJobsAsync(ListJobsQuery query, CancellationToken cancellationToken);

    /// <summary>Stops a job that has not ended.</summary>
    Task<JobAnswer> StopJobAsync(string jobId, CancellationToken cancellationToken);

    /// <summary>Deletes a job that has ended.</summary>
    Task<JobAnswer> DeleteJobAsync(string jobId, CancellationToken cancellationToken);

    /// <summary>Changes priority, description, visibility or elastic size.</summary>
    Task<JobAnswer> UpdateJobAsync(string jobId, UpdateJobRequest request, CancellationToken cancellationToken);

    /// <summary>Reads events of a job, at most <paramref name="maxEvents"/> (2000 by default).</summary>
    Task<JobEventsAnswer> GetJobEventsAsync(string jobId, DateTimeOffset? start, DateTimeOffset? end, int? maxEvents, CancellationToken cancellationToken);

    /// <summary>Reads log lines of a pod, at most <paramref name="maxLines"/> (2000 by default), from <paramref name="start"/> (7 days ago by default). <paramref name="podUid"/> names an earlier attempt.</summary>
    Task<PodLogsAnswer> GetPodLogsAsync(string jobId, string podId, string? podUid, DateTimeOffset? start, DateTimeOffset? end, int? maxLines, CancellationToken cancellationToken);

    /// <summary>Reads events of a pod, at most <paramref name="maxEvents"/> (2000 by default).</summary>
    Task<JobEventsAnswer> GetPodEventsAsync(string jobId, string podId, string? podUid, DateTimeOffset? start, DateTimeOffset? end, int? maxEvents, CancellationToken cancellationToken);

    /// <summary>Reads the series of one metric, per pod.</summary>
    Task<JobMetricsAnswer> GetJobMetricsAsync(string jobId, GetJobMetricsQuery query, CancellationToken cancellationToken);

    /// <summary>Reads a page of instance types usable by jobs.</summary>
    Task<ListEcsSpecsAnswer> ListEcsSpecsAsync(ListEcsSpecsQuery query, CancellationToken cancellationToken);
}
