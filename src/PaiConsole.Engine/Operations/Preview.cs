using PaiConsole.Domain;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Engine.Operations;

/// <summary>What a command would do, without doing it.</summary>
/// <param name="Spec">What was asked, completed with what was derived.</param>
/// <param name="Request">The exact JSON body that would be sent to the cloud.</param>
/// <param name="Findings">What the checks say; any error blocks.</param>
/// <param name="CostPerHour">What it will cost while it runs; null where a price is unknown.</param>
/// <param name="CostIsUpperBound">The cost is a ceiling: spot is cheaper.</param>
public sealed record Preview<TSpec>(TSpec Spec, string Request, IReadOnlyList<Finding> Findings, Money? CostPerHour, bool CostIsUpperBound)
{
    /// <summary>At least one finding is an error.</summary>
    public bool IsBlocked => Findings.Any(finding => finding.Severity == Severity.Error);
}
