using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;
using PaiConsole.Engine.Jobs;

namespace PaiConsole.Web.Jobs;

/// <summary>
/// What a running job costs each second; for a spot job also what it would cost on demand, which is the most that it can cost:
/// no answer of the API tells the market price it is billed at.
/// </summary>
public sealed partial class SpendFacts
{
    /// <summary>The job.</summary>
    [Parameter, EditorRequired] public JobRow Row { get; set; } = default!;

    private string PerSecond(Money rate)
    {
        var amount = rate.ForDuration(TimeSpan.FromSeconds(1)).Amount;
        var text = string.Create(CultureInfo.CurrentCulture, $"{(rate.Currency == "CNY" ? "¥" : rate.Currency + " ")}{amount:0.0000##}");
        return Row.Cost.IsUpperBound ? "≤ " + text : text;
    }
}
