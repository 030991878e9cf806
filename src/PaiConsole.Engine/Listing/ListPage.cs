using PaiConsole.Domain;

namespace PaiConsole.Engine.Listing;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Total">How many rows match altogether, or at least, see <paramref name="IsCapped"/>.</param>
/// <param name="Look">How fresh the data is.</param>
/// <param name="IsCapped">There are more than <paramref name="Total"/>: nobody counted further.</param>
public sealed record ListPage<T>(IReadOnlyList<T> Items, int Total, Freshness Look, bool IsCapped = false);

/// <summary>Totals of everything that matches a filter, for the footer of a list.</summary>
/// <param name="Running">Objects that run now.</param>
/// <param name="PerHour">What they cost per hour together; null when none of them has a price.</param>
/// <param name="Unpriced">Running objects without a known price: the sum is at least <paramref name="PerHour"/>.</param>
public sealed record ListTotals(int Running, Money? PerHour, int Unpriced);

/// <summary>How fresh what is shown is.</summary>
/// <param name="AsOf">The cloud's time of the last good look, or null when there was none yet.</param>
/// <param name="IsStale">The newest looks failed or were incomplete; the data is from <paramref name="AsOf"/>.</param>
/// <param name="Problem">Why, in the cloud's words; null when all is well.</param>
/// <param name="FailedLooks">How many looks have failed in a row.</param>
public sealed record Freshness(DateTimeOffset? AsOf, bool IsStale, string? Problem, int FailedLooks);
