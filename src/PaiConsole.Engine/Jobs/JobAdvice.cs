using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;
using PaiConsole.Domain.Jobs.Spot;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Reference;

namespace PaiConsole.Engine.Jobs;

/// <summary>What can be told and offered about a job before it is submitted. Nothing is asked of the cloud for it.</summary>
public sealed class JobAdvice
{
    private readonly ReferenceData _reference;

    internal JobAdvice(ReferenceData reference) => _reference = reference;

    /// <summary>What follows from the spec.</summary>
    public RunFacts Facts(JobSpec spec) => RunFacts.Of(spec.Normalised(), _reference.Context);

    /// <summary>The odds of the run on spot machines; what rests on an input that is not there is unknown.</summary>
    public SpotSurvival Survival(JobSpec spec) => SpotSurvival.Of(SpotRuns.Of(spec, _reference.Context));

    /// <summary>What a press of a button could do about a finding.</summary>
    public IReadOnlyList<JobRepair> Repairs(Finding finding, JobSpec spec) => JobPreflight.Repairs(finding, spec, _reference.Context);

    /// <summary>How many of the checks have something to look at.</summary>
    public int Checked(JobSpec spec) => JobPreflight.CountOf(spec, _reference.Context);

    /// <summary>The spec as YAML, to be edited or kept in a repository; <see cref="JobCommands.Import"/> reads it back.</summary>
    public string Yaml(JobSpec spec) => SpecYaml.Write(spec);
}
