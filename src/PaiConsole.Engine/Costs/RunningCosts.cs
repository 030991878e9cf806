using PaiConsole.Domain;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Engine.Costs;

/// <summary>Reads the cost columns of a row.</summary>
internal static class RunningCosts
{
    public static RunningCost Of(long? rate, bool isUpperBound, long settled, bool isLowerBound, DateTimeOffset? since, string currency) => new(
        rate is { } nanos ? new Money(nanos, currency) : null, isUpperBound, new Money(settled, currency), since, isLowerBound);
}
