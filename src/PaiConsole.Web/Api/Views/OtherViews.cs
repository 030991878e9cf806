using PaiConsole.Engine.Access;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Api.Views;

/// <summary>A change of state of one object.</summary>
/// <param name="Target">What changed.</param>
/// <param name="Status">The cloud's word from then on.</param>
/// <param name="Phase">What it means.</param>
/// <param name="At">When, by the cloud's clock.</param>
/// <param name="Reason">Why, where the cloud says.</param>
public sealed record EventView(TargetView Target, string Status, string Phase, DateTimeOffset At, ReasonView? Reason)
{
    internal static EventView From(StateChange change) => new(
        new TargetView(change.Kind.ToString().ToLowerInvariant(), change.Id, change.Name), change.StatusWord, change.Phase.ToString(), change.At,
        ReasonView.From(change.Reason));
}

/// <summary>An API token as it is listed: never its secret.</summary>
/// <param name="Id">To revoke it by.</param>
/// <param name="Name">What it is for; its holder acts under this name.</param>
/// <param name="Role">viewer, operator or admin.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAt">When.</param>
public sealed record TokenView(string Id, string Name, string Role, string CreatedBy, DateTimeOffset CreatedAt)
{
    internal static TokenView From(TokenRow row) => new(row.Id, row.Name, row.Role.ToString().ToLowerInvariant(), row.CreatedBy, row.CreatedAt);
}

/// <summary>A new API token. This is the only time its secret is told.</summary>
/// <param name="Id">To revoke it by.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Role">viewer, operator or admin.</param>
/// <param name="Token">To be sent as <c>Authorization: Bearer …</c>.</param>
public sealed record NewTokenView(string Id, string Name, string Role, string Token);
