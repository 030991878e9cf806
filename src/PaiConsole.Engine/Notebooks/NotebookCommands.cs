using System.Text.Json;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Reference;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Notebooks;

/// <summary>What can be asked of notebooks. Every method checks the actor's role, and answers at once with an operation.</summary>
public sealed class NotebookCommands
{
    private readonly CommandGate _gate;
    private readonly NotebookQueries _queries;
    private readonly ReferenceData _reference;
    private readonly ICloudClock _clock;
    private readonly PaiOptions _pai;

    internal NotebookCommands(CommandGate gate, NotebookQueries queries, ReferenceData reference, ICloudClock clock, IOptions<PaiOptions> pai) =>
        (_gate, _queries, _reference, _clock, _pai) = (gate, queries, reference, clock, pai.Value);

    /// <summary>Checks a spec and shows the request that would be sent; sends nothing.</summary>
    public Preview<NotebookSpec> Preview(NotebookSpec spec)
    {
        var complete = Complete(spec.Normalised());
        var rate = CostRules.RateIfRunning(complete, _reference.Context.Prices, _reference.Context.Region);
        var request = JsonSerializer.Serialize(
            NotebookTranslator.ToWire(complete, null, "(operation id)"), RequestText.Options);
        return new Preview<NotebookSpec>(complete, request, NotebookPreflight.Check(complete, _reference.Context), rate.PerHour, rate.IsUpperBound);
    }

    /// <summary>Creates a notebook (DSW CreateInstance), and its idle rule once it exists.</summary>
    public async Task<CommandOutcome> CreateAsync(Actor actor, NotebookSpec spec, string? idempotencyKey, CancellationToken ct)
    {
        if (await _gate.RefuseAsync(actor, OperationKind.NotebookCreate, spec.Name, ct) is { } refusal)
            return refusal;
        var preview = Preview(spec);
        if (preview.IsBlocked)
            return CommandOutcome.Refused(Refusal.Invalid, "The notebook cannot be created as asked.", preview.Findings);
        var draft = new OperationDraft(
            OperationKind.NotebookCreate, ResourceKind.Notebook, null, spec.Name, JsonSerializer.Serialize(preview.Spec, Documents.Options));
        return await _gate.AdmitAsync(actor, draft, preview.Findings, idempotencyKey, ct);
    }

    /// <summary>Starts a stopped notebook (DSW StartInstance).</summary>
    public Task<CommandOutcome> StartAsync(Actor actor, string id, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.NotebookStart, id, status => status.CanStart(), "{}", ask, ct);

    /// <summary>Stops a running notebook (DSW StopInstance).</summary>
    public Task<CommandOutcome> StopAsync(Actor actor, string id, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.NotebookStop, id, status => status.CanStop(), "{}", ask, ct);

    /// <summary>Deletes a notebook with its system disk (DSW DeleteInstance).</summary>
    public Task<CommandOutcome> DeleteAsync(Actor actor, string id, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.NotebookDelete, id, status => status.CanDelete(), "{}", ask, ct);

    /// <summary>Gives a stopped notebook another instance type (DSW UpdateInstance).</summary>
    public async Task<CommandOutcome> ChangeSkuAsync(Actor actor, string id, string sku, CommandAsk ask, CancellationToken ct)
    {
        if (await _gate.RefuseAsync(actor, OperationKind.NotebookSku, id, ct, ask.DryRun) is { } refusal)
            return refusal;
        var findings = Check(new NotebookSpec { Sku = sku }, "sku");
        if (findings.Any(finding => finding.Severity == Severity.Error))
            return CommandOutcome.Refused(Refusal.Invalid, "There is no such instance type.", findings);
        return await AskAsync(
            actor, OperationKind.NotebookSku, id, status => status == NotebookStatus.Stopped,
            JsonSerializer.Serialize(new NotebookOperations.SkuWish(sku), Documents.Options), ask, ct);
    }

    /// <summary>
    /// Takes a notebook to another instance type in one go: stops it where it runs (DSW StopInstance), changes it
    /// (UpdateInstance) and starts it again (StartInstance).
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="id">InstanceId.</param>
    /// <param name="sku">The type that it shall have.</param>
    /// <param name="start">Whether it shall run afterwards.</param>
    /// <param name="ask">Key or dry run.</param>
    /// <param name="ct">Cancels the request.</param>
    public async Task<CommandOutcome> MoveAsync(Actor actor, string id, string sku, bool start, CommandAsk ask, CancellationToken ct)
    {
        if (await _gate.RefuseAsync(actor, OperationKind.NotebookMove, id, ct, ask.DryRun) is { } refusal)
            return refusal;
        sku = sku.Trim();
        var detail = await _queries.GetAsync(id, ct);
        var findings = Check(new NotebookSpec { Sku = sku, Image = detail?.Notebook.ImageUri ?? detail?.Notebook.Image ?? "" }, "sku", "image")
            .FindAll(finding => finding.Field == "sku" || finding.Rule == "notebook-cpu-image");
        if (findings.Any(finding => finding.Severity == Severity.Error))
            return CommandOutcome.Refused(Refusal.Invalid, "The notebook cannot be moved there.", findings);
        if (detail?.Row is { Pending: null } row && row.Sku == sku)
            return CommandOutcome.Refused(Refusal.Conflict, "It is on this type already.");
        return await AskAsync(
            actor, OperationKind.NotebookMove, id, status => status.CanStop() || status == NotebookStatus.Stopped,
            JsonSerializer.Serialize(new MoveWish(sku, start), Documents.Options), ask, ct);
    }

    /// <summary>Sets or replaces the idle stop rule (DSW CreateIdleInstanceCuller).</summary>
    public async Task<CommandOutcome> SetIdleRuleAsync(Actor actor, string id, IdleRule rule, CommandAsk ask, CancellationToken ct)
    {
        if (await _gate.RefuseAsync(actor, OperationKind.NotebookIdleRule, id, ct, ask.DryRun) is { } refusal)
            return refusal;
        var findings = Check(new NotebookSpec { IdleRule = rule }, "idleRule");
        if (findings.Any(finding => finding.Severity == Severity.Error))
            return CommandOutcome.Refused(Refusal.Invalid, "The idle rule is not possible.", findings);
        return await AskAsync(
            actor, OperationKind.NotebookIdleRule, id, status => status != NotebookStatus.Deleting,
            JsonSerializer.Serialize(rule, Documents.Options), ask, ct);
    }

    /// <summary>Removes the idle stop rule (DSW DeleteIdleInstanceCuller).</summary>
    public Task<CommandOutcome> RemoveIdleRuleAsync(Actor actor, string id, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.NotebookIdleRuleDelete, id, status => status != NotebookStatus.Deleting, "{}", ask, ct);

    /// <summary>Sets the time at which the notebook is stopped whatever it does (DSW CreateInstanceShutdownTimer).</summary>
    public async Task<CommandOutcome> SetShutdownTimerAsync(Actor actor, string id, DateTimeOffset dueAt, CommandAsk ask, CancellationToken ct)
    {
        if (await _gate.RefuseAsync(actor, OperationKind.NotebookShutdownTimer, id, ct, ask.DryRun) is { } refusal)
            return refusal;
        if (dueAt <= _clock.UtcNow)
            return CommandOutcome.Refused(Refusal.Invalid, "The time lies in the past.");
        return await AskAsync(
            actor, OperationKind.NotebookShutdownTimer, id, status => status.Phase() is Domain.Phase.Running or Domain.Phase.InTransition,
            JsonSerializer.Serialize(new NotebookOperations.TimerWish(dueAt), Documents.Options), ask, ct);
    }

    /// <summary>Removes the shutdown timer (DSW DeleteInstanceShutdownTimer).</summary>
    public Task<CommandOutcome> RemoveShutdownTimerAsync(Actor actor, string id, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.NotebookShutdownTimerDelete, id, status => status != NotebookStatus.Deleting, "{}", ask, ct);

    /// <summary>What the checks say of one field, when only that field is being changed.</summary>
    private List<Finding> Check(NotebookSpec spec, params string[] fields) =>
        [.. NotebookPreflight.Check(spec, _reference.Context).Where(finding => fields.Any(field => finding.Field?.StartsWith(field, StringComparison.Ordinal) == true))];

    private async Task<CommandOutcome> AskAsync(
        Actor actor, string kind, string id, Func<NotebookStatus, bool> isPossible, string body, CommandAsk ask, CancellationToken ct)
    {
        var row = await _queries.RowAsync(id, ct);
        if (await _gate.RefuseAsync(actor, kind, row is null ? id : $"{row.Name} ({id})", ct, ask.DryRun) is { } refusal)
            return refusal;
        if (row is null or { IsDeleted: true })
            return CommandOutcome.Refused(Refusal.NotFound, "There is no such notebook.");
        var draft = new OperationDraft(kind, ResourceKind.Notebook, id, row.Name, body);
        // Between the calls of a change of type nothing may come in between but the same wish.
        if (row.Pending?.Kind == OperationKind.NotebookMove && !ask.DryRun)
            return _gate.Twin(draft) ?? CommandOutcome.Refused(Refusal.Conflict, "Its type is being changed. Wait until that is done.");
        if (row.Pending?.Kind != kind && !isPossible(NotebookStates.Parse(row.StatusWord)))
            return CommandOutcome.Refused(Refusal.Conflict, $"Not possible while the notebook is {row.StatusWord}.");
        return ask.DryRun ? NotebookEffects.Of(kind, row, body, _reference.Context).Of(draft) : await _gate.AdmitAsync(actor, draft, [], ask.Key, ct);
    }

    private NotebookSpec Complete(NotebookSpec spec) =>
        spec with { WorkspaceId = spec.WorkspaceId ?? Wire.Text(_pai.WorkspaceId) ?? _reference.DefaultWorkspaceId };
}
