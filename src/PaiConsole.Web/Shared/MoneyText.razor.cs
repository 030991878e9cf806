using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Domain.Costs;

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

    private string Say(Money amount)
    {
        var written = MoneyWords.Write(amount);
        return AtLeast ? L["Money.AtLeast", written] : AtMost ? L["Money.AtMost", written] : written;
    }

    private string? Hint => Why ?? (Reasons() is { Length: > 0 } reasons ? string.Join(' ', reasons) : null);

    private string[] Reasons() =>
    [
        .. AtLeast ? [L["Money.AtLeast.Why"].Value] : Array.Empty<string>(),
        .. AtMost ? [L["Money.AtMost.Why"].Value] : Array.Empty<string>(),
        .. Price is { } price ? [L["Money.Source", price.Source, price.AsOf?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? L["Unknown"].Value].Value] : Array.Empty<string>(),
    ];
}
