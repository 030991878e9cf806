namespace PaiConsole.Web.Shared;

/// <summary>The present moment in the cloud's world, cascaded to everything that shows an age or a running cost.</summary>
/// <param name="At">UTC.</param>
public sealed record Now(DateTimeOffset At);

/// <summary>The cloud's clock; it may run fast, or jump, when the world is emulated.</summary>
public interface IWorldTime
{
    /// <summary>UTC in the cloud's world.</summary>
    DateTimeOffset UtcNow { get; }
}
