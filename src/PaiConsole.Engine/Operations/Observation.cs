using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Operations;

/// <summary>What a look saw of an operation's target.</summary>
internal readonly record struct Observation(ResourceEntity? Row, bool IsGone = false)
{
    public static Observation NotSeen { get; }
    public static Observation Gone { get; } = new(null, IsGone: true);

    public bool IsSeen => Row is not null;
    public string StatusWord => Row?.StatusWord ?? "";
    public Domain.Phase Phase => Row?.Phase ?? Domain.Phase.Unknown;

    public T Read<T>() where T : class => Documents.Read<T>(Row!.Document);
}
