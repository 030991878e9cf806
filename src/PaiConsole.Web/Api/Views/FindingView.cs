using System.Text.Json.Serialization;
using PaiConsole.Domain.Jobs;
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
    /// <summary>In a dry run of a job: what can be changed about it at once; absent where a person must think.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RepairView>? Repairs { get; init; }

    internal static FindingView From(Finding finding) => new(
        finding.Rule, finding.Severity.ToString().ToLowerInvariant(), finding.Message, finding.Evidence, finding.Fix, finding.Field);
}

/// <summary>A change that does away with a finding.</summary>
/// <param name="Id">Stable id, such as <c>set-option</c>.</param>
/// <param name="Label">What it does, in a few words.</param>
/// <param name="Spec">The spec with the change made, to be checked or submitted.</param>
public sealed record RepairView(string Id, string Label, JobSpec Spec);
