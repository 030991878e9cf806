using PaiConsole.Cloud;
using PaiConsole.Cloud.Dlc;

namespace PaiConsole.Engine.Jobs;

/// <summary>Looks for a job by a label that the console put on it.</summary>
internal static class LabelledJobs
{
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    /// <summary>JobId of a job with this label; null where there is certainly none.</summary>
    /// <param name="dlc">The cloud.</param>
    /// <param name="label">Key of the label.</param>
    /// <param name="value">Its value.</param>
    /// <param name="since">Nobody can have made it before then.</param>
    /// <param name="ct">Cancels the search.</param>
    /// <exception cref="PaiApiException">The list did not come whole: not knowing is not absence.</exception>
    public static async Task<string?> FindAsync(IDlcApi dlc, string label, string value, DateTimeOffset since, CancellationToken ct)
    {
        // The filter is asked for, and checked again here: a filter that a server ignores must not adopt a stranger.
        var pages = await Paging.ReadAllAsync<Job>(
            async (number, stop) =>
            {
                var answer = await dlc.ListJobsAsync(
                    new ListJobsQuery
                    {
                        Tags = new Dictionary<string, string>(StringComparer.Ordinal) { [label] = value },
                        StartTime = since - Slack, PageNumber = number, PageSize = 100,
                    },
                    stop);
                return new Page<Job>(answer.Jobs, answer.TotalCount);
            },
            job => job.JobId, ct);
        var found = pages.Items.FirstOrDefault(job => job.Settings?.Tags?.GetValueOrDefault(label) == value)?.JobId;
        if (found is null && !pages.Complete)
            throw pages.Failure ?? new PaiApiException("pai-dlc", "ListJobs", PaiErrorCodes.InvalidAnswer, "The list came incomplete.");
        return found;
    }
}
