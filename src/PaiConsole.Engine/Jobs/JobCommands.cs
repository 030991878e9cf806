using System.Text.Json;
using Microsoft.Extensions.Options;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Estimators;
using PaiConsole.Domain.Jobs.Manifests;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Manifests;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Reference;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Jobs;

/// <summary>What can be asked of jobs. Every method checks the actor's role, and answers at once with an operation.</summary>
public sealed class JobCommands
{
    private readonly CommandGate _gate;
    private readonly JobQueries _queries;
    private readonly ReferenceData _reference;
    private readonly PaiOptions _pai;

    internal JobCommands(CommandGate gate, JobQueries queries, ReferenceData reference, IOptions<PaiOptions> pai) =>
        (_gate, _queries, _reference, _pai) = (gate, queries, reference, pai.Value);

    /// <summary>Reads a PyTorchJob manifest, or a spec of the console's own in YAML. Every assumption and fault is a finding; sends nothing.</summary>
    public JobImport Import(string yaml)
    {
        if (SpecYaml.IsSpec(yaml))
            return SpecYaml.Read(yaml, _reference.Context);
        var read = ManifestReader.Read(yaml);
        if (read.Manifest is null)
            return new JobImport(new JobSpec(), read.Findings, read.Findings, []);
        var import = ManifestImport.ToSpec(read.Manifest, _reference.Context);
        return import with
        {
            Assumptions = [.. read.Findings, .. import.Assumptions],
            Findings = [.. read.Findings.Concat(import.Findings).OrderByDescending(finding => finding.Severity)],
        };
    }

    /// <summary>Reads the Python SDK's Estimator call. Every assumption and fault is a finding; runs and sends nothing.</summary>
    public JobImport ImportEstimator(string python)
    {
        var (call, faults) = EstimatorReader.Read(python);
        if (call is null)
            return new JobImport(new JobSpec(), faults, faults, []);
        var import = EstimatorImport.ToSpec(call, _reference.Context);
        return import with
        {
            Assumptions = [.. faults, .. import.Assumptions],
            Findings = [.. faults.Concat(import.Findings).OrderByDescending(finding => finding.Severity)],
        };
    }

    /// <summary>Checks a spec and shows the request that would be sent; sends nothing.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="imported">The assumptions of the import that it came from unedited; null for a spec that a person filled in.</param>
    public Preview<JobSpec> Preview(JobSpec spec, IReadOnlyList<Finding>? imported = null)
    {
        var whole = spec.Normalised();
        var complete = whole with { WorkspaceId = whole.WorkspaceId ?? Wire.Text(_pai.WorkspaceId) ?? _reference.DefaultWorkspaceId };
        var rate = CostRules.RateIfRunning(complete, _reference.Context.Prices, _reference.Context.Region);
        var findings = (imported ?? []).Concat(JobPreflight.Check(complete, _reference.Context))
            .DistinctBy(finding => (finding.Rule, finding.Field, finding.Message)).OrderByDescending(finding => finding.Severity).ToList();
        return new Preview<JobSpec>(
            complete, JsonSerializer.Serialize(JobTranslator.ToWire(complete, null, "(operation id)"), RequestText.Options),
            findings, rate.PerHour, rate.IsUpperBound);
    }

    /// <summary>Submits a job (DLC CreateJob).</summary>
    public async Task<CommandOutcome> SubmitAsync(Actor actor, JobSpec spec, IReadOnlyList<Finding>? imported, string? idempotencyKey, CancellationToken ct)
    {
        if (await _gate.RefuseAsync(actor, OperationKind.JobCreate, spec.Name, ct) is { } refusal)
            return refusal;
        var preview = Preview(spec, imported);
        if (preview.IsBlocked)
            return CommandOutcome.Refused(Refusal.Invalid, "The job cannot be submitted as asked.", preview.Findings);
        var draft = new OperationDraft(
            OperationKind.JobCreate, ResourceKind.Job, null, spec.Name,
            // What was known beforehand is no part of the job; a script may hold anything.
            JsonSerializer.Serialize(preview.Spec with { Plan = null }, Documents.Options));
        return await _gate.AdmitAsync(actor, draft, preview.Findings, idempotencyKey, ct);
    }

    /// <summary>Stops a job (DLC StopJob); there is no resuming it, only submitting it again.</summary>
    public Task<CommandOutcome> StopAsync(Actor actor, string id, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.JobStop, id, status => status.CanStop(), "{}", ask, ct);

    /// <summary>Deletes a finished job (DLC DeleteJob).</summary>
    public Task<CommandOutcome> DeleteAsync(Actor actor, string id, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.JobDelete, id, status => status.CanDelete(), "{}", ask, ct);

    /// <summary>Changes the priority, 1 to 9 (DLC UpdateJob).</summary>
    public async Task<CommandOutcome> SetPriorityAsync(Actor actor, string id, int priority, CommandAsk ask, CancellationToken ct)
    {
        if (await _gate.RefuseAsync(actor, OperationKind.JobPriority, id, ct, ask.DryRun) is { } refusal)
            return refusal;
        if (priority is < 1 or > 9)
            return CommandOutcome.Refused(Refusal.Invalid, "Priority goes from 1 to 9.");
        return await AskAsync(
            actor, OperationKind.JobPriority, id, status => !status.IsTerminal(),
            JsonSerializer.Serialize(new JobOperations.PriorityWish(priority), Documents.Options), ask, ct);
    }

    /// <summary>The spec of an existing job, to be edited and submitted again; null when there is no such job.</summary>
    public async Task<JobSpec?> SpecOfAsync(string id, CancellationToken ct)
    {
        if (await _queries.WholeAsync(id, ct) is not { } job)
            return null;
        return new JobSpec
        {
            Name = job.Name,
            Type = job.Type,
            Command = job.Command,
            Image = job.Roles.FirstOrDefault()?.Image ?? "",
            Roles = [.. job.Roles.Select(role => new JobRoleSpec(role.Type, role.Count, role.Sku ?? "") { Image = role.Image, RestartPolicy = role.RestartPolicy })],
            Data = job.Mounts,
            Env = job.Env,
            Priority = job.Priority,
            MaxRunningMinutes = job.MaxRunningMinutes,
            // One of the two: where both are told, the part of the list price is what people see in the form.
            Spot = job.Roles.Select(role => role.Spot).FirstOrDefault(spot => spot is not null) is { } terms
                ? terms.DiscountLimit is null ? terms : terms with { PriceLimitPerMinute = null }
                : null,
            Code = job.Code,
            Labels = JobLabels.OfPeople(job.Labels),
            Resume = ResumeMark.Of(job.Labels) is { Times: > 0 and var times } ? new ResumePolicy(times) : null,
            WorkspaceId = job.WorkspaceId,
        };
    }

    /// <summary>Submits an existing job again as it was (DLC CreateJob).</summary>
    public async Task<CommandOutcome> CloneAsync(Actor actor, string id, string? idempotencyKey, CancellationToken ct) =>
        await _gate.RefuseAsync(actor, OperationKind.JobCreate, id, ct) is { } refusal ? refusal
        : await SpecOfAsync(id, ct) is { } spec
            ? await SubmitAsync(actor, spec, null, idempotencyKey, ct)
            : CommandOutcome.Refused(Refusal.NotFound, "There is no such job.");

    private async Task<CommandOutcome> AskAsync(
        Actor actor, string kind, string id, Func<JobStatus, bool> isPossible, string body, CommandAsk ask, CancellationToken ct)
    {
        var row = await _queries.RowAsync(id, ct);
        if (await _gate.RefuseAsync(actor, kind, row is null ? id : $"{row.Name} ({id})", ct, ask.DryRun) is { } refusal)
            return refusal;
        if (row is null or { IsDeleted: true })
            return CommandOutcome.Refused(Refusal.NotFound, "There is no such job.");
        if (row.Pending?.Kind != kind && !isPossible(JobStates.Parse(row.StatusWord)))
            return CommandOutcome.Refused(Refusal.Conflict, $"Not possible while the job is {row.StatusWord}.");
        var draft = new OperationDraft(kind, ResourceKind.Job, id, row.Name, body);
        return ask.DryRun ? JobEffects.Of(kind, row, body).Of(draft) : await _gate.AdmitAsync(actor, draft, [], ask.Key, ct);
    }
}
