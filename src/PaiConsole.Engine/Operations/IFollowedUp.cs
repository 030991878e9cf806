using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Operations;

/// <summary>A create that asks for more once the object exists, also when it was found after a lost answer.</summary>
internal interface IFollowedUp
{
    IReadOnlyList<OperationDraft> NextFor(OperationEntity operation, string targetId);
}
