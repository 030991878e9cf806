using System.Text.Json;
using Microsoft.Extensions.Options;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Services;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Reference;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Services;

/// <summary>What can be asked of services. Every method checks the actor's role, and answers at once with an operation.</summary>
public sealed class ServiceCommands
{
    private readonly CommandGate _gate;
    private readonly ServiceQueries _queries;
    private readonly ReferenceData _reference;
    private readonly PaiOptions _pai;

    internal ServiceCommands(CommandGate gate, ServiceQueries queries, ReferenceData reference, IOptions<PaiOptions> pai) =>
        (_gate, _queries, _reference, _pai) = (gate, queries, reference, pai.Value);

    /// <summary>Checks a spec and shows the request that would be sent; sends nothing.</summary>
    public Preview<ServiceSpec> Preview(ServiceSpec spec)
    {
        var whole = spec.Normalised();
        var complete = whole with { WorkspaceId = whole.WorkspaceId ?? Wire.Text(_pai.WorkspaceId) ?? _reference.DefaultWorkspaceId };
        var rate = CostRules.RateIfRunning(complete, _reference.Context.Prices, _reference.Context.Region);
        return new Preview<ServiceSpec>(
            complete, ServiceTranslator.ToWire(complete, null, "(operation id)").ToJsonString(RequestText.Options),
            ServicePreflight.Check(complete, _reference.Context), rate.PerHour, rate.IsUpperBound);
    }

    /// <summary>Deploys a service (EAS CreateService).</summary>
    public async Task<CommandOutcome> CreateAsync(Actor actor, ServiceSpec spec, string? idempotencyKey, CancellationToken ct)
    {
        if (await _gate.RefuseAsync(actor, OperationKind.ServiceCreate, spec.Name, ct) is { } refusal)
            return refusal;
        var preview = Preview(spec);
        if (preview.IsBlocked)
            return CommandOutcome.Refused(Refusal.Invalid, "The service cannot be deployed as asked.", preview.Findings);
        if (await _queries.RowAsync(spec.Name, ct) is { IsDeleted: false })
            return CommandOutcome.Refused(Refusal.Conflict, "There is a service of this name already; names are unique per region.", preview.Findings);
        var draft = new OperationDraft(
            OperationKind.ServiceCreate, ResourceKind.Service, null, spec.Name, JsonSerializer.Serialize(preview.Spec, Documents.Options));
        return await _gate.AdmitAsync(actor, draft, preview.Findings, idempotencyKey, ct);
    }

    /// <summary>Starts a stopped service (EAS StartService).</summary>
    public Task<CommandOutcome> StartAsync(Actor actor, string name, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.ServiceStart, name, status => status.CanStart(), "{}", ask, ct);

    /// <summary>Stops a service: it answers nothing until it is started again (EAS StopService).</summary>
    public Task<CommandOutcome> StopAsync(Actor actor, string name, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.ServiceStop, name, status => status.CanStop(), "{}", ask, ct);

    /// <summary>Restarts the replicas one after another (EAS RestartService).</summary>
    public Task<CommandOutcome> RestartAsync(Actor actor, string name, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.ServiceRestart, name, status => status.CanChange(), "{}", ask, ct);

    /// <summary>Deletes a service and its endpoint (EAS DeleteService).</summary>
    public Task<CommandOutcome> DeleteAsync(Actor actor, string name, CommandAsk ask, CancellationToken ct) =>
        AskAsync(actor, OperationKind.ServiceDelete, name, status => status.CanDelete(), "{}", ask, ct);

    /// <summary>Sets the number of replicas, 0 to 1000 (EAS ScaleService).</summary>
    public async Task<CommandOutcome> ScaleAsync(Actor actor, string name, int replicas, CommandAsk ask, CancellationToken ct)
    {
        if (await _gate.RefuseAsync(actor, OperationKind.ServiceScale, name, ct, ask.DryRun) is { } refusal)
            return refusal;
        if (replicas is < 0 or > 1000)
            return CommandOutcome.Refused(Refusal.Invalid, "The number of replicas goes from 0 to 1000.");
        return await AskAsync(
            actor, OperationKind.ServiceScale, name, status => status.CanChange(),
            JsonSerializer.Serialize(new ServiceOperations.ScaleWish(replicas), Documents.Options), ask, ct);
    }

    private async Task<CommandOutcome> AskAsync(
        Actor actor, string kind, string name, Func<ServiceStatus, bool> isPossible, string body, CommandAsk ask, CancellationToken ct)
    {
        var row = await _queries.RowAsync(name, ct);
        if (await _gate.RefuseAsync(actor, kind, name, ct, ask.DryRun) is { } refusal)
            return refusal;
        if (row is null or { IsDeleted: true })
            return CommandOutcome.Refused(Refusal.NotFound, "There is no such service.");
        if (row.Pending?.Kind != kind && !isPossible(ServiceStates.Parse(row.StatusWord)))
            return CommandOutcome.Refused(Refusal.Conflict, $"Not possible while the service is {row.StatusWord}.");
        var draft = new OperationDraft(kind, ResourceKind.Service, name, name, body);
        return ask.DryRun ? ServiceEffects.Of(kind, row, body, _reference.Context).Of(draft) : await _gate.AdmitAsync(actor, draft, [], ask.Key, ct);
    }
}
