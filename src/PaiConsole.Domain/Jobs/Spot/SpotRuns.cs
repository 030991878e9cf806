using PaiConsole.Domain.Jobs.Runs;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Preflight.Rules;

namespace PaiConsole.Domain.Jobs.Spot;

/// <summary>The odds of a job that is about to be submitted.</summary>
public static class SpotRuns
{
    /// <summary>What is known of its run on spot. A rate that is missing for one of its types is missing for all.</summary>
    public static SpotRun Of(JobSpec spec, PreflightContext context)
    {
        var whole = spec.Normalised();
        var facts = RunFacts.Of(whole, context);
        var rates = whole.Roles.Select(role => context.Spot.GetValueOrDefault(role.Sku)?.InterruptionsPerHour).ToList();
        return new SpotRun
        {
            InterruptionsPerHour = rates.Count > 0 && rates.All(rate => rate is not null) ? rates.Max() : null,
            Nodes = facts.Nodes,
            OnDemandPerHour = facts.PerHour,
            SpotPerHour = facts.SpotPerHour,
            Hours = (double?)facts.Hours,
            CheckpointHours = (double?)facts.CheckpointHours,
            RestartHours = whole.Plan?.RestartMinutes is >= 0 and < 1_000_000 and var minutes ? (double)minutes / 60 : null,
            Resumes = Resuming.Resumes(whole),
        };
    }
}
