using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Storage;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Resumption;

/// <summary>Reads runs: which jobs make them up, when machines were taken, and what that cost.</summary>
public sealed partial class RunQueries
{
    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly JobQueries _jobs;
    private readonly CheckpointQueries _checkpoints;
    private readonly CloudNow _cloud;

    internal RunQueries(IDbContextFactory<PaiConsoleDb> databases, JobQueries jobs, CheckpointQueries checkpoints, CloudNow cloud) =>
        (_databases, _jobs, _checkpoints, _cloud) = (databases, jobs, checkpoints, cloud);

    /// <summary>The run that a job belongs to; null when there is no such job. Asks the cloud for events and checkpoints only where something was taken.</summary>
    public async Task<JobRun?> OfAsync(string jobId, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        if (await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == jobId, ct) is not { } asked)
            return null;
        var root = asked.RunId ?? asked.Id;
        var rows = await db.Jobs.AsNoTracking().Where(job => job.Id == root || job.RunId == root).ToListAsync(ct);
        var ids = rows.Select(row => row.Id).ToList();
        var spans = (await db.Intervals.AsNoTracking().Where(span => span.Kind == ResourceKind.Job && ids.Contains(span.ResourceId)).ToListAsync(ct))
            .ToLookup(span => span.ResourceId, StringComparer.Ordinal);
        var marked = rows.Select(row => (Row: row, Mark: ResumeMark.Of(Documents.Read<TrainingJob>(row.Document).Labels)))
            .OrderBy(one => one.Mark.Attempt).ThenBy(one => one.Row.CreatedAt).ToList();
        var taken = marked.Where(one => spans[one.Row.Id].Any(span => Reclaims.IsReclaim(ReasonOf(span)))).Select(one => one.Row.Id).ToList();
        var (notices, areKnown) = await NoticesAsync(taken, ct);
        var saved = taken.Count == 0 ? null : await SavedAsync(marked[^1].Row.Id, ct);
        var attempts = marked.Select(one => new RunAttempt(
            one.Row.Id, one.Mark, [.. spans[one.Row.Id].OrderBy(span => span.Seq).Select(Span)], notices.GetValueOrDefault(one.Row.Id) ?? [])).ToList();

        var now = _cloud.UtcNow;
        var jobs = marked.Select(one => new RunJob(_jobs.ToRow(one.Row), one.Mark.Attempt, one.Mark.ResumesId is null ? 0 : one.Mark.FromStep)).ToList();
        var costs = jobs.Select(job => job.Row.Cost.ToDate(now)).ToList();
        var last = marked[^1];
        var keys = ResumeKey.AllOf(last.Row.Id);
        var trying = await db.Operations.AsNoTracking()
            .Where(operation => keys.Contains(operation.IdempotencyKey))
            .OrderByDescending(operation => operation.Id).FirstOrDefaultAsync(ct);
        return new JobRun(
            jobs, RunStory.Of(attempts, saved, now), Money.SumOfMain(costs.OfType<Money>()),
            jobs.Any(job => job.Row.Cost.IsLowerBound) || costs.Any(cost => cost is null),
            Math.Max(0, last.Mark.Times - last.Mark.Attempt + 1), Reclaims.Ended(Documents.Read<TrainingJob>(last.Row.Document)),
            trying is null ? null : OperationRows.From(trying), areKnown, now);
    }

    /// <summary>When the cloud announced reclaims: its events say so, where they are still kept. Their wording is unverified.</summary>
    private async Task<(Dictionary<string, IReadOnlyList<DateTimeOffset>> ByJob, bool AreKnown)> NoticesAsync(IReadOnlyList<string> ids, CancellationToken ct)
    {
        Dictionary<string, IReadOnlyList<DateTimeOffset>> found = new(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            try
            {
                found[id] = [.. (await _jobs.EventsAsync(id, ct)).Where(Reclaims.IsNotice).Select(TimeOf).OfType<DateTimeOffset>()];
            }
            catch (CloudUnavailableException)
            {
                return (found, false);
            }
        }
        return (found, true);
    }

    private async Task<IReadOnlyList<SavedStep>?> SavedAsync(string jobId, CancellationToken ct) =>
        await _checkpoints.OfJobAsync(jobId, ct) is { } found && found.Places.Count > 0 && found.Places.All(place => place.State == PlaceState.Seen)
            ? [.. found.Places.SelectMany(place => place.Checkpoints).Where(one => one is { IsComplete: true, Name.Step: not null, WrittenAt: not null })
                .Select(one => new SavedStep(one.Name.Step!.Value, one.WrittenAt!.Value))]
            : null;

    // An event is a line of text with its time somewhere at its beginning.
    private static DateTimeOffset? TimeOf(string line) =>
        Time().Match(line) is { Success: true, ValueSpan: var text }
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static Reason? ReasonOf(StateInterval span) => span.ReasonCode is null && span.ReasonMessage is null ? null : new Reason(span.ReasonCode ?? "", span.ReasonMessage ?? "");

    private static RunSpan Span(StateInterval span) => new(
        span.StatusWord, span.From, span.To, span.IsBilled, span.RateNanos is { } rate ? new Money(rate, span.Currency) : null, ReasonOf(span));

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Time();
}
