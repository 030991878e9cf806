using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Operations;

/// <summary>An operation on an object that exists: repeating it is harmless, since the cloud refuses what does not apply.</summary>
internal sealed class VerbHandler(
    string kind, ResourceKind target,
    Func<OperationEntity, CancellationToken, Task<string?>> send,
    Func<OperationEntity, Observation, Verdict> judge) : IOperationHandler
{
    public string Kind => kind;
    public ResourceKind TargetKind => target;
    public bool IsCreate => false;

    public async Task<Sent> SendAsync(OperationEntity operation, CancellationToken ct) => Sent.Plain(await send(operation, ct));

    public Task<string?> LookForAsync(OperationEntity operation, CancellationToken ct) => Task.FromResult(operation.TargetId);

    public Verdict Judge(OperationEntity operation, Observation seen) => judge(operation, seen);
}
