using System.Text.Json;
using Microsoft.Extensions.Options;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Notebooks;

/// <summary>How each notebook operation is sent to DSW and confirmed.</summary>
internal static class NotebookOperations
{
    public static IEnumerable<IOperationHandler> Handlers(IDswApi dsw, IOptions<PaiOptions> pai)
    {
        yield return new CreateNotebook(dsw, pai);
        yield return new MoveNotebook(dsw);

        VerbHandler Verb(
            string kind, Func<string, string, CancellationToken, Task<DswAnswer>> send, Func<OperationEntity, Observation, Verdict> judge,
            Func<Notebook, string, bool> isTaken) =>
            new(kind, ResourceKind.Notebook,
                async (operation, ct) => (await send(operation.TargetId!, operation.Body, ct)).RequestId,
                (operation, seen) => seen.IsGone && kind != OperationKind.NotebookDelete
                    ? Verdict.Failed("Gone", "The notebook no longer exists.")
                    : judge(operation, seen),
                async (operation, ct) => isTaken(NotebookTranslator.ToDomain(await dsw.GetInstanceAsync(operation.TargetId!, ct)), operation.Body));

        yield return Verb(OperationKind.NotebookStart, (id, _, ct) => dsw.StartInstanceAsync(id, ct),
            (operation, seen) => seen.StatusWord == nameof(NotebookStatus.Running) ? Verdict.Confirmed : FailedSince(operation, seen),
            (notebook, _) => notebook.Status.Phase() is Phase.InTransition or Phase.Running);
        yield return Verb(OperationKind.NotebookStop, (id, _, ct) => dsw.StopInstanceAsync(id, saveImage: null, ct),
            (operation, seen) => seen.StatusWord == nameof(NotebookStatus.Stopped) ? Verdict.Confirmed : FailedSince(operation, seen),
            (notebook, _) => notebook.Status is NotebookStatus.Stopping or NotebookStatus.Stopped);
        yield return Verb(OperationKind.NotebookDelete, (id, _, ct) => dsw.DeleteInstanceAsync(id, ct), (_, seen) => Verdict.When(seen.IsGone),
            (notebook, _) => notebook.Status == NotebookStatus.Deleting);
        yield return Verb(OperationKind.NotebookSku,
            (id, body, ct) => dsw.UpdateInstanceAsync(id, new UpdateInstanceRequest { EcsSpec = Read<SkuWish>(body).Sku }, ct),
            (operation, seen) => Verdict.When(seen.IsSeen && seen.Read<Notebook>().Sku == Read<SkuWish>(operation.Body).Sku && seen.Phase == Phase.Stopped),
            (notebook, body) => notebook.Sku == Read<SkuWish>(body).Sku);
        yield return Verb(OperationKind.NotebookIdleRule, (id, body, ct) => SetIdleRuleAsync(dsw, id, Read<IdleRule>(body), ct),
            (operation, seen) => Verdict.When(seen.IsSeen && seen.Read<Notebook>().IdleRule == Read<IdleRule>(operation.Body)),
            (notebook, body) => notebook.IdleRule == Read<IdleRule>(body));
        yield return Verb(OperationKind.NotebookIdleRuleDelete, (id, _, ct) => dsw.DeleteIdleInstanceCullerAsync(id, ct),
            (_, seen) => Verdict.When(seen.IsSeen && seen.Read<Notebook>().IdleRule is null),
            (notebook, _) => notebook.IdleRule is null);
        yield return Verb(OperationKind.NotebookShutdownTimer,
            (id, body, ct) => dsw.CreateInstanceShutdownTimerAsync(id, new CreateInstanceShutdownTimerRequest { DueTime = Read<TimerWish>(body).DueAt }, ct),
            (operation, seen) => Verdict.When(seen.IsSeen && IsSet(seen.Read<Notebook>(), operation.Body)), IsSet);
        yield return Verb(OperationKind.NotebookShutdownTimerDelete, (id, _, ct) => dsw.DeleteInstanceShutdownTimerAsync(id, ct),
            (_, seen) => Verdict.When(seen.IsSeen && seen.Read<Notebook>().ShutdownDueAt is null),
            (notebook, _) => notebook.ShutdownDueAt is null);
    }

    private static bool IsSet(Notebook notebook, string timer) =>
        notebook.ShutdownDueAt is { } due && (due - Read<TimerWish>(timer).DueAt).Duration() < TimeSpan.FromMinutes(1);

    /// <summary>There is no update of a rule, and whether a second POST replaces the first is not documented: the old one is removed first.</summary>
    private static async Task<DswAnswer> SetIdleRuleAsync(IDswApi dsw, string id, IdleRule rule, CancellationToken ct)
    {
        try
        {
            await dsw.DeleteIdleInstanceCullerAsync(id, ct);
        }
        catch (PaiApiException fault) when (fault.Certainty == Certainty.NotExecuted && !fault.IsThrottling)
        {
            // It had none: just what is wanted before setting one.
        }
        return await dsw.CreateIdleInstanceCullerAsync(
            id,
            new CreateIdleInstanceCullerRequest { CpuPercentThreshold = rule.CpuPercent, GpuPercentThreshold = rule.GpuPercent, MaxIdleTimeInMinutes = rule.Minutes },
            ct);
    }

    /// <summary>A failure that began after the command is its outcome; an older one is what it was meant to cure.</summary>
    internal static Verdict FailedSince(OperationEntity operation, Observation seen) =>
        seen.Phase == Phase.Failed && seen.Row!.StatusSince > (operation.StageAt ?? operation.SentAt)
            ? Verdict.Failed(seen.Read<Notebook>().Reason?.Code ?? "Failed", seen.Read<Notebook>().Reason?.Message ?? "The notebook failed.")
            : Verdict.Waiting;

    private static T Read<T>(string body) where T : class => Documents.Read<T>(body);

    internal sealed record SkuWish(string Sku);

    internal sealed record TimerWish(DateTimeOffset DueAt);
}

/// <summary>CreateInstance: the operation's id travels as a label, and names need not be unique.</summary>
internal sealed class CreateNotebook(IDswApi dsw, IOptions<PaiOptions> pai) : IOperationHandler, IFollowedUp
{
    public string Kind => OperationKind.NotebookCreate;
    public ResourceKind TargetKind => ResourceKind.Notebook;
    public bool IsCreate => true;

    public async Task<Sent> SendAsync(OperationEntity operation, CancellationToken ct)
    {
        var request = NotebookTranslator.ToWire(Documents.Read<NotebookSpec>(operation.Body), Wire.Text(pai.Value.WorkspaceId), operation.Id);
        var answer = await dsw.CreateInstanceAsync(request, ct);
        return new Sent(answer.InstanceId, answer.RequestId, NextFor(operation, answer.InstanceId!));
    }

    public async Task<string?> LookForAsync(OperationEntity operation, CancellationToken ct)
    {
        var pages = await Paging.ReadAllAsync<Instance>(
            async (number, stop) =>
            {
                var answer = await dsw.ListInstancesAsync(
                    new ListInstancesQuery { InstanceName = operation.TargetName, PageNumber = number, PageSize = 100 }, stop);
                return new Page<Instance>(answer.Instances, answer.TotalCount);
            },
            instance => instance.InstanceId, ct);
        if (!pages.Complete)
            throw pages.Failure ?? new PaiApiException("pai-dsw", "ListInstances", PaiErrorCodes.InvalidAnswer, "The list came incomplete.");
        return pages.Items.FirstOrDefault(instance => (instance.Labels ?? []).Any(label => label.Key == Wire.OperationLabel && label.Value == operation.Id))?.InstanceId;
    }

    public Verdict Judge(OperationEntity operation, Observation seen) =>
        seen.IsGone ? Verdict.Failed("Gone", "The notebook no longer exists.") : Verdict.When(seen.IsSeen);

    public IReadOnlyList<OperationDraft> NextFor(OperationEntity operation, string targetId) =>
        Documents.Read<NotebookSpec>(operation.Body).IdleRule is { } rule
            ? [new OperationDraft(OperationKind.NotebookIdleRule, ResourceKind.Notebook, targetId, operation.TargetName, JsonSerializer.Serialize(rule, Documents.Options))]
            : [];
}
