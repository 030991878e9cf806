using System.Globalization;

namespace PaiConsole.Domain;

/// <summary>
/// An exact amount of money: a whole number of billionths of the currency's main unit.
/// Adding up per-second costs therefore never loses or invents a fraction of a cent.
/// An unknown amount is <see langword="null"/>, never zero.
/// </summary>
/// <param name="Nanos">The amount times 10⁹. The range covers ±9.2 billion main units.</param>
/// <param name="Currency">ISO 4217 code, upper case.</param>
public readonly record struct Money(long Nanos, string Currency) : IComparable<Money>
{
    /// <summary>How many <see cref="Nanos"/> make one main unit.</summary>
    public const long Scale = 1_000_000_000;

    /// <summary>The amount in main units, exactly.</summary>
    public decimal Amount => Nanos / (decimal)Scale;

    /// <summary>Yuan; mainland list prices are quoted in it.</summary>
    public static Money Cny(decimal amount) => Of(amount, "CNY");

    /// <summary>An amount in main units, rounded half to even to a billionth.</summary>
    public static Money Of(decimal amount, string currency) =>
        new((long)decimal.Round(amount * Scale, 0, MidpointRounding.ToEven), currency);

    /// <summary>What this hourly rate costs over a span, rounded half to even to a billionth. Negative spans cost nothing.</summary>
    public Money ForDuration(TimeSpan span)
    {
        if (span <= TimeSpan.Zero)
            return this with { Nanos = 0 };
        var exact = (decimal)Nanos * span.Ticks / TimeSpan.TicksPerHour;
        return this with { Nanos = (long)decimal.Round(exact, 0, MidpointRounding.ToEven) };
    }

    /// <summary>Sums two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ: amounts are never converted silently.</exception>
    public static Money operator +(Money left, Money right) =>
        left with { Nanos = checked(left.Nanos + Same(left, right).Nanos) };

    /// <summary>Subtracts an amount of the same currency.</summary>
    public static Money operator -(Money left, Money right) =>
        left with { Nanos = checked(left.Nanos - Same(left, right).Nanos) };

    /// <summary>A whole multiple, such as a rate times a number of nodes.</summary>
    public static Money operator *(Money money, long times) => money with { Nanos = checked(money.Nanos * times) };

    /// <inheritdoc/>
    public int CompareTo(Money other) => Nanos.CompareTo(Same(this, other).Nanos);

    /// <summary>Adds amounts of one currency; <see langword="null"/> when there is none to add.</summary>
    public static Money? Sum(IEnumerable<Money> amounts)
    {
        Money? total = null;
        foreach (var amount in amounts)
            total = total is { } sum ? sum + amount : amount;
        return total;
    }

    /// <summary>
    /// Adds the amounts of the currency that most of them have; <see langword="null"/> when there is none to add. What is in another
    /// currency is left out, as amounts are never converted silently: say that the sum is at least this.
    /// </summary>
    public static Money? SumOfMain(IEnumerable<Money> amounts) =>
        amounts.GroupBy(amount => amount.Currency).MaxBy(group => group.Count()) is { } main ? Sum(main) : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.00##} {Currency}");

    private static Money Same(Money left, Money right) =>
        left.Currency == right.Currency
            ? right
            : throw new InvalidOperationException($"Cannot combine {left.Currency} with {right.Currency}.");
}
