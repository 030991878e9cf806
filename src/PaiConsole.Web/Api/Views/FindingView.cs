using PaiConsole.Domain.Preflight;

namespace PaiConsole.Web.Api.Views;

/// <summary>One conclusion of the checks. Any error blocks.</summary>
/// <param name="Rule">Stable id, such as <c>sku-from-limits</c>.</param>
/// <param name="Severity"><c>error</c>, <c>warning</c> or <c>info</c>.</param>
/// <param name="Message">One sentence.</param>
/// <param name="Evidence">What it was concluded from.</param>
/// <param name="Fix">What to do, or null where nothing need be done.</param>
/// <param name="Field">The member it stands at, such as <c>roles[0].sku</c>, or null for the whole.</param>
public sealed record FindingView(string Rule, string Severity, string Message, string? Evidence, string? Fix, string? Field)
{
    internal static FindingView From(Finding finding) => new(
        finding.Rule, finding.Severity.ToString().ToLowerInvariant(), finding.Message, finding.Evidence, finding.Fix, finding.Field);
}
