using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight.Rules;

namespace PaiConsole.Domain.Preflight;

/// <summary>Everything that is checked about a job before it is submitted.</summary>
public static class JobPreflight
{
    /// <summary>The checks, in the order in which their findings are told.</summary>
    public static IReadOnlyList<IJobRule> Rules { get; } =
    [
        new RequiredFields(), new Names(), new JobTypes(), new Counts(), new KnownSku(), new KnownImage(), new ImageOnSku(), new Mounts(), new EnvNames(),
        new Labels(), new Limits(), new Spot(), new Launch(), new NodeCounting(), new DurableOutput(), new FilesOfTheCommand(), new ScriptArguments(),
    ];

    /// <summary>Every finding at once, errors first.</summary>
    public static IReadOnlyList<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var whole = spec.Normalised();
        return [.. Rules.SelectMany(rule => rule.Check(whole, context)).OrderByDescending(finding => finding.Severity)];
    }
}
