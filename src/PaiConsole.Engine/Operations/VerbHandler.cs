using PaiConsole.Cloud;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Operations;

/// <summary>An operation on an object that exists.</summary>
/// <param name="kind">Its word.</param>
/// <param name="target">What it acts on.</param>
/// <param name="send">Hands it to the cloud and gives the request id.</param>
/// <param name="judge">Whether the observed state agrees.</param>
/// <param name="isTaken">Reads the object after a lost answer: true when it shows that the cloud was asked already.</param>
internal sealed class VerbHandler(
    string kind, ResourceKind target,
    Func<OperationEntity, CancellationToken, Task<string?>> send,
    Func<OperationEntity, Observation, Verdict> judge,
    Func<OperationEntity, CancellationToken, Task<bool>> isTaken) : IOperationHandler
{
    public string Kind => kind;
    public ResourceKind TargetKind => target;
    public bool IsCreate => false;

    public async Task<Sent> SendAsync(OperationEntity operation, CancellationToken ct) => Sent.Plain(await send(operation, ct));

    public async Task<string?> LookForAsync(OperationEntity operation, CancellationToken ct)
    {
        try
        {
            return await isTaken(operation, ct) ? operation.TargetId : null;
        }
        catch (PaiApiException fault) when (fault.IsNotFound)
        {
            // There is nothing left to ask: what is observed decides what that means.
            return operation.TargetId;
        }
    }

    public Verdict Judge(OperationEntity operation, Observation seen) => judge(operation, seen);
}
