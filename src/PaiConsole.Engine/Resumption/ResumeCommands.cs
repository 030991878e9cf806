using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Resumption;

/// <summary>Submits what was interrupted once more, from its newest complete checkpoint.</summary>
public sealed class ResumeCommands
{
    private readonly IDbContextFactory<PaiConsoleDb> _databases;
    private readonly CommandGate _gate;
    private readonly JobQueries _jobs;

    internal ResumeCommands(IDbContextFactory<PaiConsoleDb> databases, CommandGate gate, JobQueries jobs) =>
        (_databases, _gate, _jobs) = (databases, gate, jobs);

    /// <summary>
    /// Submits a job that failed or was stopped once more (DLC CreateJob), from the newest complete checkpoint it has written.
    /// Asked twice for one job, it answers with the operation of the first time: nothing goes on twice.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="id">JobId.</param>
    /// <param name="ct">Cancels the request.</param>
    public async Task<CommandOutcome> ResumeAsync(Actor actor, string id, CancellationToken ct)
    {
        var row = await _jobs.RowAsync(id, ct);
        if (await _gate.RefuseAsync(actor, OperationKind.JobResume, row is null ? id : $"{row.Name} ({id})", ct) is { } refusal)
            return refusal;
        if (row is null or { IsDeleted: true })
            return CommandOutcome.Refused(Refusal.NotFound, "There is no such job.");
        if (JobStates.Parse(row.StatusWord) is not (JobStatus.Failed or JobStatus.Stopped))
            return CommandOutcome.Refused(Refusal.Conflict, $"Only what has failed or was stopped can go on; the job is {row.StatusWord}.");
        await using var db = await _databases.CreateDbContextAsync(ct);
        // Counted before looking for the job that came of it: both are written in one go, so none falls between the two. What is over and
        // left no job, since it failed or was deleted, may be tried again; its key is taken.
        var keys = ResumeKey.AllOf(id);
        var over = await db.Operations.CountAsync(operation => keys.Contains(operation.IdempotencyKey) && operation.IsSettled, ct);
        if (await db.Jobs.AsNoTracking().Where(job => job.ResumesId == id && !job.IsDeleted).Select(job => job.Id).FirstOrDefaultAsync(ct) is { } next)
            return CommandOutcome.Refused(Refusal.Conflict, $"It goes on already, as job {next}.");
        if (over >= ResumeKey.Most)
            return CommandOutcome.Refused(Refusal.Conflict, $"It was let go on {ResumeKey.Most} times already. Submit it again as a new job.");
        var draft = new OperationDraft(
            OperationKind.JobResume, ResourceKind.Job, null, row.Name, JsonSerializer.Serialize(new ResumeJob.Wish(id), Documents.Options));
        return await _gate.AdmitAsync(actor, draft, [], ResumeKey.Of(id, over), ct);
    }
}
