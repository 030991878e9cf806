using PaiConsole.Domain.Costs;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Costs;

/// <summary>Writes a rate into a row.</summary>
internal static class Rates
{
    public static void Apply(ResourceEntity row, Rate rate)
    {
        row.RateNanos = rate.PerHour?.Nanos;
        row.RateIsUpperBound = rate.IsUpperBound;
        row.Currency = rate.PerHour?.Currency ?? row.Currency;
    }
}
