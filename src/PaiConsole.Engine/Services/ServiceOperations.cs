using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Eas;
using PaiConsole.Domain;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Services;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Services;

/// <summary>How each service operation is sent to EAS and confirmed.</summary>
internal static class ServiceOperations
{
    public static IEnumerable<IOperationHandler> Handlers(IEasApi eas, IOptions<PaiOptions> pai)
    {
        var region = pai.Value.Region;
        yield return new CreateService(eas, pai);

        VerbHandler Verb(
            string kind, Func<string, string, CancellationToken, Task<MessageAnswer>> send, Func<OperationEntity, Observation, Verdict> judge,
            Func<ModelService, OperationEntity, bool> isTaken) =>
            new(kind, ResourceKind.Service,
                async (operation, ct) => (await send(operation.TargetId!, operation.Body, ct)).RequestId,
                (operation, seen) => seen.IsGone && kind != OperationKind.ServiceDelete
                    ? Verdict.Failed("Gone", "The service no longer exists.")
                    : judge(operation, seen),
                async (operation, ct) => isTaken(ServiceTranslator.ToDomain(await eas.DescribeServiceAsync(region, operation.TargetId!, ct), region), operation));

        yield return Verb(OperationKind.ServiceStart, (name, _, ct) => eas.StartServiceAsync(region, name, ct),
            (operation, seen) => seen.StatusWord == nameof(ServiceStatus.Running) ? Verdict.Confirmed : FailedSince(operation, seen),
            (service, _) => service.Status.Phase() is Phase.InTransition or Phase.Running);
        yield return Verb(OperationKind.ServiceStop, (name, _, ct) => eas.StopServiceAsync(region, name, ct),
            (operation, seen) => seen.StatusWord == nameof(ServiceStatus.Stopped) ? Verdict.Confirmed : FailedSince(operation, seen),
            (service, _) => service.Status is ServiceStatus.Stopping or ServiceStatus.Stopped);
        yield return Verb(OperationKind.ServiceRestart, (name, _, ct) => eas.RestartServiceAsync(region, name, ct),
            (operation, seen) => seen.StatusWord == nameof(ServiceStatus.Running) && ChangedSince(operation, seen) ? Verdict.Confirmed : FailedSince(operation, seen),
            (service, operation) => service.UpdatedAt >= operation.SentAt - Grain);
        yield return Verb(OperationKind.ServiceScale,
            (name, body, ct) => eas.ScaleServiceAsync(region, name, new ScaleServiceRequest { Instance = Documents.Read<ScaleWish>(body).Replicas }, ct),
            (operation, seen) => seen.IsSeen && seen.StatusWord == nameof(ServiceStatus.Running) && seen.Row!.Units == Documents.Read<ScaleWish>(operation.Body).Replicas
                ? Verdict.Confirmed
                : FailedSince(operation, seen),
            (service, operation) => service.Replicas == Documents.Read<ScaleWish>(operation.Body).Replicas);
        yield return Verb(OperationKind.ServiceDelete, (name, _, ct) => eas.DeleteServiceAsync(region, name, ct),
            (_, seen) => seen.StatusWord == nameof(ServiceStatus.DeleteFailed)
                ? Verdict.Failed("DeleteFailed", seen.Read<ModelService>().Reason?.Message ?? "Deleting failed.")
                : Verdict.When(seen.IsGone),
            (service, _) => service.Status == ServiceStatus.Deleting);
    }

    /// <summary>Times on the wire have whole seconds.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromSeconds(1);

    private static bool ChangedSince(OperationEntity operation, Observation seen) =>
        seen.Row!.StatusSince >= operation.SentAt || seen.Read<ModelService>().UpdatedAt >= operation.SentAt - Grain;

    private static Verdict FailedSince(OperationEntity operation, Observation seen) =>
        seen.Phase == Phase.Failed && seen.Row!.StatusSince > operation.SentAt
            ? Verdict.Failed(seen.Read<ModelService>().Reason?.Code ?? "Failed", seen.Read<ModelService>().Reason?.Message ?? "The service failed.")
            : Verdict.Waiting;

    internal sealed record ScaleWish(int Replicas);
}

/// <summary>CreateService: names are unique per region, so the cloud itself refuses a second one; the label tells whose it is.</summary>
internal sealed class CreateService(IEasApi eas, IOptions<PaiOptions> pai) : IOperationHandler
{
    public string Kind => OperationKind.ServiceCreate;
    public ResourceKind TargetKind => ResourceKind.Service;
    public bool IsCreate => true;

    public async Task<Sent> SendAsync(OperationEntity operation, CancellationToken ct)
    {
        var spec = Documents.Read<ServiceSpec>(operation.Body);
        var workspace = spec.WorkspaceId ?? Wire.Text(pai.Value.WorkspaceId);
        var answer = await eas.CreateServiceAsync(ServiceTranslator.ToWire(spec, workspace, operation.Id), workspace, labels: null, ct);
        return new Sent(answer.ServiceName ?? spec.Name, answer.RequestId, []);
    }

    public async Task<string?> LookForAsync(OperationEntity operation, CancellationToken ct)
    {
        try
        {
            var service = await eas.DescribeServiceAsync(pai.Value.Region, operation.TargetName, ct);
            return (service.Labels ?? []).Any(label => label.LabelKey == Wire.OperationLabel && label.LabelValue == operation.Id) ? service.ServiceName : null;
        }
        catch (PaiApiException fault) when (fault.IsNotFound)
        {
            return null;
        }
    }

    public Verdict Judge(OperationEntity operation, Observation seen) =>
        seen.IsGone ? Verdict.Failed("Gone", "The service no longer exists.") : Verdict.When(seen.IsSeen);
}
