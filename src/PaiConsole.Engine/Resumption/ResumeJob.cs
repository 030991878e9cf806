using System.Text.RegularExpressions;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Storage;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Resumption;

/// <summary>
/// Submits a run again whose machines were taken (CreateJob), from its newest complete checkpoint. Two labels find it again
/// after a lost answer: the operation's own, and the job that it goes on from, which other consoles know too.
/// </summary>
internal sealed partial class ResumeJob(IDlcApi dlc, CheckpointQueries checkpoints) : IOperationHandler
{
    private const int LongestName = 256;

    public string Kind => OperationKind.JobResume;
    public ResourceKind TargetKind => ResourceKind.Job;
    public bool IsCreate => true;

    public async Task<Sent> SendAsync(OperationEntity operation, CancellationToken ct)
    {
        var jobId = Documents.Read<Wish>(operation.Body).JobId;
        // Another console over the same account may have been quicker.
        if (await LabelledJobs.FindAsync(dlc, ResumeMark.ResumesLabel, jobId, operation.RequestedAt - TimeSpan.FromDays(7), ct) is { } other)
            return new Sent(other, null, []);
        var job = await WholeAsync(jobId, ct);
        var (path, step, savedAt) = await CheckpointAsync(jobId, ct);
        var labels = job.Settings?.Tags ?? new Dictionary<string, string>(StringComparer.Ordinal);
        var mark = ResumeMark.Of(labels).Next(jobId, step, savedAt);
        var env = new Dictionary<string, string>(StringComparer.Ordinal);
        if (path is not null)
            env[ResumeCommand.Variable] = path;
        var request = JobAgain.Of(
            job, Name(job.DisplayName ?? jobId, mark.Attempt), ResumeCommand.From(job.UserCommand ?? "", path), env,
            new Dictionary<string, string>(JobLabels.OfPeople(labels).Concat(Kept(labels)).Concat(mark.Labels()), StringComparer.Ordinal) { [Wire.OperationLabel] = operation.Id });
        var answer = await dlc.CreateJobAsync(request, ct);
        return new Sent(answer.JobId, answer.RequestId, []);
    }

    public Task<string?> LookForAsync(OperationEntity operation, CancellationToken ct) =>
        LabelledJobs.FindAsync(dlc, Wire.OperationLabel, operation.Id, operation.RequestedAt, ct);

    public Verdict Judge(OperationEntity operation, Observation seen) =>
        seen.IsGone ? Verdict.Failed("Gone", "The job no longer exists.") : Verdict.When(seen.IsSeen);

    /// <summary>GetJob tells the most, and leaves out how long the job may run: that is in lists only.</summary>
    private async Task<Job> WholeAsync(string jobId, CancellationToken ct)
    {
        var job = await dlc.GetJobAsync(jobId, needDetail: true, ct);
        var listed = (await dlc.ListJobsAsync(new ListJobsQuery { JobIds = [jobId], StartTime = job.GmtCreateTime - TimeSpan.FromHours(1), PageNumber = 1, PageSize = 10 }, ct))
            .Jobs?.FirstOrDefault(one => one.JobId == jobId);
        return job with { JobMaxRunningTimeMinutes = job.JobMaxRunningTimeMinutes ?? listed?.JobMaxRunningTimeMinutes };
    }

    /// <summary>
    /// The checkpoint to go on from. Where the console may not look, the command's own way of finding one is left to it; where
    /// OSS does not answer, it is asked again later: beginning at 0 would throw away what is there.
    /// </summary>
    private async Task<(string? Path, long? Step, DateTimeOffset? SavedAt)> CheckpointAsync(string jobId, CancellationToken ct)
    {
        var found = await checkpoints.OfJobAsync(jobId, ct);
        if (found is null || found.Places.Count == 0 || found.Places.All(place => place.State is PlaceState.Denied or PlaceState.NotOss or PlaceState.Malformed))
            return (null, null, null);
        if (found.Places.Any(place => place.State == PlaceState.Unreachable))
            throw new PaiApiException("oss", "ListObjectsV2", PaiErrorCodes.ConnectionFailed, "The checkpoints could not be read; the run waits for them.");
        if (found.Plan.From is not { } from)
            return (null, 0, null);
        var place = found.Places.First(place => place.Checkpoints.Contains(from));
        return ($"{place.MountPath.TrimEnd('/')}/{from.Path.TrimEnd('/')}", from.Name.Step, from.WrittenAt);
    }

    private static IEnumerable<KeyValuePair<string, string>> Kept(IReadOnlyDictionary<string, string> labels) =>
        labels.Where(label => JobLabels.OfSweep.Contains(label.Key, StringComparer.Ordinal));

    private static string Name(string before, int attempt)
    {
        var ending = FormattableString.Invariant($"-r{attempt}");
        var stem = Ending().Replace(before, "");
        return stem[..Math.Min(stem.Length, LongestName - ending.Length)] + ending;
    }

    [GeneratedRegex(@"-r\d{1,2}$", RegexOptions.None, 1000)]
    private static partial Regex Ending();

    /// <summary>What is to go on.</summary>
    internal sealed record Wish(string JobId);
}
