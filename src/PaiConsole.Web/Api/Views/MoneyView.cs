using PaiConsole.Domain;

namespace PaiConsole.Web.Api.Views;

/// <summary>An amount of money; where it is not known the member is null, never zero.</summary>
/// <param name="Amount">In main units, exact.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record MoneyView(decimal Amount, string Currency)
{
    internal static MoneyView? From(Money? money) => money is { } known ? new MoneyView(known.Amount, known.Currency) : null;
}
