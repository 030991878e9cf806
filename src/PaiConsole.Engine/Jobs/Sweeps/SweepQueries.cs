using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Sweeps;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Jobs.Sweeps;

/// <summary>
/// Reads sweeps. There is no table of them: the labels of their jobs say all, so that they are still there when the database is
/// lost, and are seen by other consoles over the same account.
/// </summary>
public sealed class SweepQueries
{
    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly JobQueries _jobs;
    private readonly SyncHealth _health;
    private readonly CloudNow _cloud;

    internal SweepQueries(IDbContextFactory<PaiConsoleDb> databases, JobQueries jobs, SyncHealth health, CloudNow cloud) =>
        (_databases, _jobs, _health, _cloud) = (databases, jobs, health, cloud);

    /// <summary>A sweep with its jobs; null when there is none of this id.</summary>
    public async Task<SweepView?> GetAsync(string id, CancellationToken ct)
    {
        await using var db = await _databases.CreateDbContextAsync(ct);
        var rows = await db.Jobs.AsNoTracking().Where(job => job.SweepId == id).ToListAsync(ct);
        var keys = SweepKey.All(id);
        var operations = await db.Operations.AsNoTracking().Where(operation => operation.IdempotencyKey != null && keys.Contains(operation.IdempotencyKey)).ToListAsync(ct);
        if (rows.Count == 0 && operations.Count == 0)
            return null;
        var ids = rows.Select(row => row.Id).ToList();
        var states = (await db.Intervals.AsNoTracking().Where(state => state.Kind == ResourceKind.Job && ids.Contains(state.ResourceId)).ToListAsync(ct))
            .ToLookup(state => state.ResourceId, StringComparer.Ordinal);
        var now = _cloud.UtcNow;
        var marks = rows.Select(row => (Row: row, Job: Documents.Read<TrainingJob>(row.Document)))
            .Select(one => (one.Row, one.Job, Mark: SweepMark.Of(one.Job.Labels)!)).Where(one => one.Mark is not null).ToList();
        var asked = operations.Select(operation => (Operation: operation, Spec: Documents.Read<JobSpec>(operation.Body))).ToList();
        var mark = marks.Select(one => one.Mark).Concat(asked.Select(one => SweepMark.Of(one.Spec.Labels)!)).First();

        var lines = marks.Select(one =>
        {
            var times = JobDurations.Of(one.Row, states[one.Row.Id], now);
            return new SweepLine(
                one.Mark.Number, one.Row.Name, mark.Over.ToDictionary(name => name, name => SweepVariable.Read(one.Job, name), StringComparer.Ordinal),
                _jobs.ToRow(one.Row), null, times.RunFor, times.QueuedFor);
        }).Concat(asked.Where(one => !ids.Contains(one.Operation.TargetId ?? "", StringComparer.Ordinal)).Select(one => Awaited(one.Operation, one.Spec, mark.Over)))
            .OrderBy(line => line.Number).ThenBy(line => line.Job?.CreatedAt).ToList();
        return Sum(id, mark, lines, now);
    }

    private SweepView Sum(string id, SweepMark mark, List<SweepLine> lines, DateTimeOffset now)
    {
        var costs = lines.Select(line => line.Job?.Cost).OfType<Listing.RunningCost>().Select(cost => (Cost: cost, ToDate: cost.ToDate(now), Rate: cost.PerHourNow)).ToList();
        var cost = Money.SumOfMain(costs.Select(one => one.ToDate).OfType<Money>());
        var rate = Money.SumOfMain(costs.Select(one => one.Rate).OfType<Money>());
        return new SweepView(
            id, mark.Name, mark.Over, mark.Size, lines,
            cost, costs.Any(one => one.Cost.IsLowerBound || one.ToDate?.Currency != cost?.Currency || (one.Cost.RunningSince is not null && one.Cost.PerHour is null)),
            rate, costs.Any(one => one.Rate?.Currency != rate?.Currency), _health.Of(ResourceKind.Job));
    }

    /// <summary>A member that is on its way to the cloud, or never came there.</summary>
    private static SweepLine Awaited(OperationEntity operation, JobSpec spec, IReadOnlyList<string> over)
    {
        var asked = new TrainingJob
        {
            Id = "", Name = spec.Name, Type = spec.Type, Status = JobStatus.Unknown, StatusWord = "", Command = spec.Command, Env = spec.Env,
            Roles = [.. spec.Roles.Select(role => new JobRole(role.Type, role.Count, role.Sku, role.Image, spec.Spot is not null))],
        };
        return new SweepLine(
            SweepKey.Number(operation.IdempotencyKey!), spec.Name, over.ToDictionary(name => name, name => SweepVariable.Read(asked, name), StringComparer.Ordinal),
            null, OperationRows.From(operation), null, null);
    }
}
