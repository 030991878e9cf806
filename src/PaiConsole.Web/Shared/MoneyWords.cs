using System.Globalization;
using PaiConsole.Domain;

namespace PaiConsole.Web.Shared;

/// <summary>Writes amounts of money.</summary>
public static class MoneyWords
{
    /// <summary>"¥1,234.50": two digits, four for amounts below a tenth so that small rates do not read as zero.</summary>
    public static string Write(Money money)
    {
        var amount = Math.Abs(money.Amount) is > 0 and < 0.1m
            ? money.Amount.ToString("0.0000", CultureInfo.InvariantCulture)
            : money.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
        return money.Currency switch
        {
            "CNY" => "¥" + amount,
            "USD" => "$" + amount,
            _ => amount + " " + money.Currency,
        };
    }
}
