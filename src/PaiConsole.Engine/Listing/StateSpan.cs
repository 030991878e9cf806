using PaiConsole.Domain;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Engine.Listing;

/// <summary>One stretch of an object's state timeline.</summary>
/// <param name="StatusWord">The cloud's word.</param>
/// <param name="Phase">What it means.</param>
/// <param name="From">Start, cloud time.</param>
/// <param name="To">End, or null while it lasts.</param>
/// <param name="IsBilled">Machines were held and billed.</param>
/// <param name="PerHour">Rate per hour at the time; null where unknown.</param>
/// <param name="Reason">Why, where the cloud says.</param>
/// <param name="IsFromCloud">The cloud stated the times; otherwise they are when the console saw the change.</param>
public sealed record StateSpan(
    string StatusWord, Phase Phase, DateTimeOffset From, DateTimeOffset? To, bool IsBilled, Money? PerHour, Reason? Reason, bool IsFromCloud);

/// <summary>A change of state of one object, for lists of recent changes.</summary>
public sealed record StateChange(
    ResourceKind Kind, string Id, string Name, string? PreviousWord, string StatusWord, Phase Phase, DateTimeOffset At, Reason? Reason);
