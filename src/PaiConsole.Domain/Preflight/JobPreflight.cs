using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight.Rules;

namespace PaiConsole.Domain.Preflight;

/// <summary>Everything that is checked about a job before it is submitted.</summary>
public static class JobPreflight
{
    /// <summary>The checks, in the order in which their findings are told.</summary>
    public static IReadOnlyList<IJobRule> Rules { get; } =
    [
        new RequiredFields(), new Names(), new JobTypes(), new Counts(), new RestartPolicies(), new KnownSku(), new JobStock(),
        new KnownImage(), new PinnedImage(), new ImageOnSku(), new Mounts(), new OutputMount(), new CodePlace(), new EnvNames(), new Secrets(),
        new Labels(), new Limits(), new PriceLimit(), new Spot(), new Resumes(), new TimeLimit(), new Launch(), new Rendezvous(), new NodeCounting(),
        new DurableOutput(), new FilesOfTheCommand(), new MountedPaths(), new ScriptArguments(), new DeclaredArguments(), new BatchSize(),
        new ModelMemory(), new DeviceMap(), new Resuming(), new CheckpointCadence(), new CheckpointOrder(), new AdapterOutput(),
    ];

    /// <summary>Every finding at once, errors first.</summary>
    public static IReadOnlyList<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var whole = spec.Normalised();
        return [.. Rules.Where(rule => rule.Applies(whole, context)).SelectMany(rule => rule.Check(whole, context)).OrderByDescending(finding => finding.Severity)];
    }

    /// <summary>What a press of a button could do about a finding.</summary>
    public static IReadOnlyList<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        var whole = spec.Normalised();
        return Rules.FirstOrDefault(rule => rule.Kinds.Any(kind => kind.Rule == finding.Rule)) is { } rule
            ? [.. rule.Repairs(finding, whole, context).Where(repair => repair.Spec != whole)]
            : [];
    }

    /// <summary>How many of the checks have something to look at in this spec.</summary>
    public static int CountOf(JobSpec spec, PreflightContext context)
    {
        var whole = spec.Normalised();
        return Rules.Count(rule => rule.Applies(whole, context));
    }
}
