using System.Globalization;

namespace PaiConsole.Domain.Costs;

/// <summary>Why a rate is what it is, so that a page can say it in the reader's language.</summary>
public enum RateReason
{
    /// <summary>Known and running: instances times the price of their type.</summary>
    Priced,
    /// <summary>Nothing is held right now, so nothing is charged.</summary>
    NotRunning,
    /// <summary>No instance type is given: it runs on a quota or on dedicated resources.</summary>
    NoSku,
    /// <summary>No price is known for the type in this region.</summary>
    NoPrice,
    /// <summary>Paid by subscription, not by the hour.</summary>
    Subscription,
    /// <summary>Spot: at most the list price; the market decides how much less.</summary>
    Spot,
    /// <summary>The status is a word this version does not know.</summary>
    UnknownStatus,
}

/// <summary>What something costs per hour.</summary>
/// <param name="PerHour">The rate, or null where it is unknown. Zero means known to cost nothing now.</param>
/// <param name="IsUpperBound">The true rate is this or less.</param>
/// <param name="Basis">The price it was computed from; of several types, the first.</param>
/// <param name="Why">The arithmetic, or why the rate is unknown, as one English sentence.</param>
/// <param name="Reason">The same as a word.</param>
public sealed record Rate(Money? PerHour, bool IsUpperBound, Price? Basis, string? Why, RateReason Reason)
{
    internal static Rate NotRunning { get; } = new(Money.Cny(0), false, null, "Not running, so nothing is charged.", RateReason.NotRunning);
    internal static Rate NoSku { get; } = new(null, false, null, "No instance type is given, so there is no hourly price.", RateReason.NoSku);
    internal static Rate Subscription { get; } = new(null, false, null, "Paid by subscription, not by the hour.", RateReason.Subscription);

    internal static Rate UnknownStatus(string word) => new(
        null, false, null, $"The status {word} is not known to this version, so neither is the charge.", RateReason.UnknownStatus);

    internal static Rate NoPrice(string sku, string region) => new(
        null, false, null, $"No price is known for {sku} in {region}.", RateReason.NoPrice);

    /// <summary>More machines than there are: a slip of the finger that would overflow.</summary>
    private const long MostMachines = 1_000_000;

    /// <summary>The rate of several instance types together. One unknown price makes the whole unknown.</summary>
    internal static Rate Of(IReadOnlyCollection<(string? Sku, long Count)> machines, PriceBook prices, string region, bool spot)
    {
        Price? basis = null;
        Money? total = null;
        var terms = new List<string>();
        foreach (var (sku, count) in machines.Where(machine => machine.Count > 0))
        {
            if (string.IsNullOrEmpty(sku))
                return NoSku;
            if (prices.Find(sku, region) is not { } price)
                return NoPrice(sku, region);
            if (count > MostMachines)
                return new Rate(null, false, price, "So many machines are not counted.", RateReason.NoPrice);
            basis ??= price;
            var part = price.PerHour * count;
            total = total is { } sum ? sum + part : part;
            terms.Add(string.Create(CultureInfo.InvariantCulture, $"{count} × {sku} at {price.PerHour}/h"));
        }
        if (total is null)
            return NotRunning;
        var why = string.Join(" + ", terms);
        return new Rate(total, spot, basis, spot ? why + ", at most: spot follows the market" : why, spot ? RateReason.Spot : RateReason.Priced);
    }
}
