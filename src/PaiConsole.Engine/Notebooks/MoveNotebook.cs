using PaiConsole.Cloud;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Notebooks;

/// <summary>
/// Takes a notebook to another instance type in one go: the cloud changes only what is stopped, so it is stopped, changed
/// and started again. Each call is made once what came before it was observed.
/// </summary>
internal sealed class MoveNotebook(IDswApi dsw) : IOperationHandler
{
    private const int Stop = 0;
    private const int Change = 1;

    public string Kind => OperationKind.NotebookMove;
    public ResourceKind TargetKind => ResourceKind.Notebook;
    public bool IsCreate => false;

    public async Task<Sent> SendAsync(OperationEntity operation, CancellationToken ct)
    {
        var id = operation.TargetId!;
        if (operation.Stage == Stop)
        {
            // Somebody may have stopped it between the wish and now; a stop would be refused.
            return await IsStoppingAsync(id, ct) ? Sent.Plain(null) : Sent.Plain((await dsw.StopInstanceAsync(id, saveImage: null, ct)).RequestId);
        }
        if (operation.Stage == Change)
            return Sent.Plain((await dsw.UpdateInstanceAsync(id, new UpdateInstanceRequest { EcsSpec = Wish(operation).Sku }, ct)).RequestId);
        // Nor is a start needed where somebody was quicker.
        return NotebookTranslator.ToDomain(await dsw.GetInstanceAsync(id, ct)).Status.Phase() is Phase.InTransition or Phase.Running
            ? Sent.Plain(null)
            : Sent.Plain((await dsw.StartInstanceAsync(id, ct)).RequestId);
    }

    public async Task<string?> LookForAsync(OperationEntity operation, CancellationToken ct)
    {
        Notebook notebook;
        try
        {
            notebook = NotebookTranslator.ToDomain(await dsw.GetInstanceAsync(operation.TargetId!, ct));
        }
        catch (PaiApiException fault) when (fault.IsNotFound)
        {
            // There is nothing left to ask: what is observed decides what that means.
            return operation.TargetId;
        }
        var isTaken = operation.Stage switch
        {
            Stop => IsStopping(notebook),
            Change => notebook.Sku == Wish(operation).Sku,
            _ => notebook.Status.Phase() is Phase.InTransition or Phase.Running,
        };
        return isTaken ? operation.TargetId : null;
    }

    public Verdict Judge(OperationEntity operation, Observation seen)
    {
        if (seen.IsGone)
            return Verdict.Failed("Gone", "The notebook no longer exists.");
        if (!seen.IsSeen)
            return Verdict.Waiting;
        var isStopped = seen.StatusWord == nameof(NotebookStatus.Stopped);
        switch (operation.Stage)
        {
            case Stop when isStopped:
                return Verdict.NextStage;
            case Change when isStopped && seen.Read<Notebook>().Sku == Wish(operation).Sku:
                return Wish(operation).Start ? Verdict.NextStage : Verdict.Confirmed;
            // Somebody has started it on its new type before the console saw it rest.
            case Change when seen.StatusWord == nameof(NotebookStatus.Running) && seen.Read<Notebook>().Sku == Wish(operation).Sku:
                return Verdict.Confirmed;
            case > Change when seen.StatusWord == nameof(NotebookStatus.Running):
                return Verdict.Confirmed;
            default:
                return NotebookOperations.FailedSince(operation, seen);
        }
    }

    private async Task<bool> IsStoppingAsync(string id, CancellationToken ct) => IsStopping(NotebookTranslator.ToDomain(await dsw.GetInstanceAsync(id, ct)));

    private static bool IsStopping(Notebook notebook) => notebook.Status is NotebookStatus.Stopping or NotebookStatus.Stopped;

    private static MoveWish Wish(OperationEntity operation) => Documents.Read<MoveWish>(operation.Body);
}

/// <summary>Another instance type.</summary>
/// <param name="Sku">The type.</param>
/// <param name="Start">It shall run afterwards.</param>
internal sealed record MoveWish(string Sku, bool Start);
