using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Web.Shared;

/// <summary>What the checks concluded: message, evidence and fix; errors first.</summary>
public sealed partial class FindingsList
{
    /// <summary>The findings, in any order.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<Finding> Findings { get; set; } = [];

    /// <summary>What can be done about a finding with a press, or nothing.</summary>
    [Parameter] public RenderFragment<Finding>? Actions { get; set; }

    // A rule without a translation speaks the engine's English.
    private string Say(Finding finding) => FindingText.Say(S, $"Finding.{finding.Rule}", finding.Message, finding);

    private string SayFix(Finding finding, string fix) => FindingText.Say(S, $"Fix.{finding.Rule}", fix, finding);

    private static string Class(Finding finding) => finding.Severity switch
    {
        Severity.Error => "bad",
        Severity.Warning => "attention",
        _ => "info",
    };

    private static string Shape(Finding finding) => finding.Severity switch
    {
        Severity.Error => "failed",
        Severity.Warning => "attention",
        _ => "info",
    };
}
