using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Resumption;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Whether a run that is to go on after a reclaim can.</summary>
internal sealed class Resumes : IJobRule
{
    private static readonly FindingKind _times = new(
        "resume-times", Severity.Error, "A run can be submitted again 1 to 20 times, not {times}.", "Give a number from 1 to 20, or none.");
    private static readonly FindingKind _onDemand = new(
        "resume-on-demand", Severity.Warning, "Machines on demand are not taken, so the run will never be submitted again.", "Use spot, or leave it out.");
    private static readonly FindingKind _noOption = new(
        "resume-no-option", Severity.Warning, "The command has no option to go on from a checkpoint: each time the run begins at 0, unless the script looks at {variable}.",
        "Pass --resume_from_checkpoint, or read the variable in the script.");

    public IReadOnlyList<FindingKind> Kinds => [_times, _onDemand, _noOption];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Resume is not null;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (spec.Resume is not { } policy)
            yield break;
        if (policy.Times is < 1 or > ResumePolicy.Most)
            yield return _times.At("resume.times", null, ("times", policy.Times));
        if (spec.Spot is null)
            yield return _onDemand.At("resume.times", null);
        else if (ResumeCommand.OptionOf(spec.Command) is null)
            yield return _noOption.At("resume.times", null, ("variable", ResumeCommand.Variable));
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) => spec.Resume is null ? []
        : finding.Rule == _times.Rule ? [RepairKinds.Times.Of(spec with { Resume = new ResumePolicy(Math.Clamp(spec.Resume.Times, 1, ResumePolicy.Most)) }, ("times", Math.Clamp(spec.Resume.Times, 1, ResumePolicy.Most)))]
        : finding.Rule == _onDemand.Rule ? [RepairKinds.NoResume.Of(spec with { Resume = null })]
        : [];
}
