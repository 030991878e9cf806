using System.Text.Json;
using PaiConsole.Domain;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Sweeps;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Auditing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Jobs.Sweeps;

/// <summary>Submits a job many times over with other values, and stops them together.</summary>
public sealed class SweepCommands
{
    private readonly CommandGate _gate;
    private readonly JobCommands _jobs;
    private readonly SweepQueries _sweeps;

    internal SweepCommands(CommandGate gate, JobCommands jobs, SweepQueries sweeps) => (_gate, _jobs, _sweeps) = (gate, jobs, sweeps);

    /// <summary>Checks a sweep and all its jobs; sends nothing.</summary>
    public SweepPreview Preview(SweepSpec sweep) => SweepPreview.Of(SweepPlan.Of(sweep), spec => _jobs.Preview(spec));

    /// <summary>
    /// Submits a sweep: one operation (DLC CreateJob) for each job, all of them written down in one transaction before the first is
    /// sent. A process that is killed then carries on with the rest; asked again under the same key, nothing is made twice.
    /// </summary>
    public async Task<SweepOutcome> SubmitAsync(Actor actor, SweepSpec sweep, string? idempotencyKey, CancellationToken ct)
    {
        var name = sweep.Base?.Name ?? "";
        if (await _gate.RefuseAsync(actor, OperationKind.JobSweep, name, ct) is { } refusal)
            return SweepOutcome.Refused(refusal);
        var preview = Preview(sweep);
        var findings = preview.Findings.Select(one => one.Finding).ToList();
        if (preview.IsBlocked)
            return SweepOutcome.Refused(CommandOutcome.Refused(Refusal.Invalid, "The sweep cannot be submitted as asked.", findings));
        var id = SweepKey.NewId(idempotencyKey);
        var wishes = preview.Jobs.Select(job => new KeyedDraft(SweepKey.Of(id, job.Member.Number), Draft(id, name, preview, job), job.Preview.Findings)).ToList();
        var line = new AuditLine(OperationKind.JobSweep, $"{name} ({id})", "Accepted", JsonSerializer.Serialize(
            new { id, over = preview.Over, jobs = preview.Jobs.Select(job => job.Member.Values.ToDictionary()), spec = wishes[0].Draft.Body }, Documents.Options));
        return await _gate.AdmitAllAsync(actor, line, wishes, ct) is { } admitted
            ? new SweepOutcome(id, admitted) { Findings = findings }
            : SweepOutcome.Refused(CommandOutcome.Refused(Refusal.Conflict, "This idempotency key was used for another request."));
    }

    /// <summary>Stops every job of a sweep that can be stopped (DLC StopJob), each once.</summary>
    public async Task<SweepStop> StopAsync(Actor actor, string id, CommandAsk ask, CancellationToken ct)
    {
        if (await _gate.RefuseAsync(actor, OperationKind.JobStop, id, ct, ask.DryRun) is { } refusal)
            return SweepStop.Refused(refusal);
        if (await _sweeps.GetAsync(id, ct) is not { } sweep)
            return SweepStop.Refused(CommandOutcome.Refused(Refusal.NotFound, "There is no such sweep."));
        var jobs = sweep.Members.Select(line => line.Job).OfType<JobRow>().Where(job => !job.IsDeleted).ToList();
        var running = jobs.Where(job => job.Pending?.Kind == OperationKind.JobStop || JobStates.Parse(job.StatusWord).CanStop()).ToList();
        var stop = new SweepStop(
            [], running.Count, jobs.Count(job => JobStates.Parse(job.StatusWord).IsTerminal()),
            sweep.Members.Count(line => line.Job is null && line.Submission is { Status: OperationStatus.Requested or OperationStatus.Sent or OperationStatus.Confirmed }),
            Money.SumOfMain(running.Select(job => job.Cost.PerHourNow).OfType<Money>()));
        if (ask.DryRun)
            return stop;
        List<CommandOutcome> outcomes = [];
        foreach (var job in running)
            outcomes.Add(await _jobs.StopAsync(actor, job.Id, ask.Key is { } key ? $"{key}/{job.Id}" : null, ct));
        return stop with
        {
            Operations = [.. outcomes.Select(outcome => outcome.Operation).OfType<OperationRow>()],
            Message = outcomes.Find(outcome => outcome.Operation is null)?.Message,
        };
    }

    private static OperationDraft Draft(string id, string name, SweepPreview sweep, SweepJobPreview job)
    {
        var spec = job.Preview.Spec;
        var mark = new SweepMark(id, name, job.Member.Number, sweep.Jobs.Count, sweep.Over);
        return new OperationDraft(OperationKind.JobCreate, ResourceKind.Job, null, spec.Name, JsonSerializer.Serialize(
            spec with { Plan = null, Labels = new Dictionary<string, string>(spec.Labels.Concat(mark.Labels()), StringComparer.Ordinal) }, Documents.Options));
    }
}
