using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Preflight.Rules;

namespace PaiConsole.Domain.Preflight;

/// <summary>Everything that is checked about a notebook before it is created.</summary>
public static class NotebookPreflight
{
    /// <summary>The checks, in the order in which their findings are told.</summary>
    public static IReadOnlyList<INotebookRule> Rules { get; } =
    [
        new RequiredFields(), new Names(), new NotebookPlace(), new KnownSku(), new NotebookStock(), new NotebookImage(), new ImageOnSku(), new Mounts(),
        new EnvNames(), new NotebookCare(), new NotebookPurpose(),
    ];

    /// <summary>Every finding at once, errors first.</summary>
    public static IReadOnlyList<Finding> Check(NotebookSpec spec, PreflightContext context)
    {
        var whole = spec.Normalised();
        return [.. Rules.SelectMany(rule => rule.Check(whole, context)).OrderByDescending(finding => finding.Severity)];
    }
}
