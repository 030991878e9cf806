using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PaiConsole.Domain;
using PaiConsole.Domain.Costs;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Shared;

/// <summary>An amount of money with its period; an unknown one says "unknown", never zero.</summary>
public sealed partial class MoneyText
{
    /// <summary>The amount, or null where no price is known.</summary>
    [Parameter, EditorRequired] public Money? Amount { get; set; }
    /// <summary>It is a rate.</summary>
    [Parameter] public bool PerHour { get; set; }
    /// <summary>Some parts of the sum are unknown.</summary>
    [Parameter] public bool AtLeast { get; set; }
    /// <summary>A ceiling: spot is cheaper by an amount that is not known.</summary>
    [Parameter] public bool AtMost { get; set; }
    /// <summary>Where the price comes from, shown on hover.</summary>
    [Parameter] public Price? Price { get; set; }
    /// <summary>Shown on hover instead, such as why an amount is unknown.</summary>
    [Parameter] public string? Why { get; set; }

    private string Say(Money amount) => Say(L, amount, AtLeast, AtMost);

    private string? Hint => Why ?? Reasons(L, Price, AtLeast, AtMost);

    internal static string Say(IStringLocalizer<SharedWords> words, Money amount, bool atLeast, bool atMost)
    {
        var written = MoneyWords.Write(amount);
        return atLeast ? words["Money.AtLeast", written] : atMost ? words["Money.AtMost", written] : written;
    }

    /// <summary>Why it is a bound, and where the price comes from.</summary>
    internal static string? Reasons(IStringLocalizer<SharedWords> words, Price? price, bool atLeast, bool atMost)
    {
        string[] reasons =
        [
            .. atLeast ? [words["Money.AtLeast.Why"].Value] : Array.Empty<string>(),
            .. atMost ? [words["Money.AtMost.Why"].Value] : Array.Empty<string>(),
            .. price is null ? Array.Empty<string>() : [Source(words, price)],
        ];
        return reasons.Length == 0 ? null : string.Join(' ', reasons);
    }

    private static string Source(IStringLocalizer<SharedWords> words, Price price) =>
        words["Money.Source", price.Source, price.AsOf?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? words["Unknown"].Value].Value;
}
