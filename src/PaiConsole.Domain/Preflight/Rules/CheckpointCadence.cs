using System.Globalization;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>How often a checkpoint is written, against how long the run is.</summary>
internal sealed class CheckpointCadence : IJobRule
{
    private const decimal RareMinutes = 60;
    private const decimal GoodMinutes = 15;

    private static readonly FindingKind _after = new(
        "checkpoint-after-end", Severity.Warning, "The run ends after {total} steps, and its first checkpoint comes after {save}: an interruption loses everything.",
        "Save every {good} steps.");
    private static readonly FindingKind _rare = new(
        "checkpoint-rare", Severity.Warning, "A checkpoint is written every {minutes} minutes: so much work is lost at worst.", "Save every {good} steps, about every 15 minutes.");

    public IReadOnlyList<FindingKind> Kinds => [_after, _rare];

    public bool Applies(JobSpec spec, PreflightContext context) => RunFacts.Of(spec, context) is { SaveSteps: not null, TotalSteps: not null } or { CheckpointHours: not null };

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var facts = RunFacts.Of(spec, context);
        if (facts.SaveSteps is not { } save)
            yield break;
        var good = Good(facts);
        if (facts.TotalSteps is { } total && save >= total)
            yield return _after.At("command", Arithmetic(facts), ("total", total), ("save", save), ("good", good));
        else if (facts.CheckpointHours * 60 is { } minutes and > RareMinutes)
            yield return _rare.At("command", Arithmetic(facts), ("minutes", Math.Round(minutes).ToString("0", CultureInfo.InvariantCulture)), ("good", good));
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        // A script that declares its arguments and not this one would exit over it.
        if (spec.Plan?.Script is { Length: > 0 } text && new TrainingScript(text) is { IsClosed: true } script && script.Arguments.All(argument => argument.Name != "save_steps"))
            return [];
        var every = RepairKinds.SetOption(spec, "save_steps", finding.Args["good"], ofLauncher: false);
        return LaunchCommand.Parse(spec.Command).ScriptOption("save_strategy") is null
            ? [every]
            : [every with { Spec = every.Spec with { Command = CommandEdit.Set(every.Spec.Command, "save_strategy", "steps", ofLauncher: false) } }];
    }

    private static string Arithmetic(RunFacts facts) => string.Join("; ", facts.All
        .Where(fact => fact is { Value: not null, Key: "effective-batch" or "steps-per-epoch" or "total-steps" or "hours" }).Select(fact => $"{fact.Key}: {fact.Arithmetic} = {fact.Value}"));

    /// <summary>About every 15 minutes where the speed is known, and ten times in a run where it is not; always before the end.</summary>
    private static long Good(RunFacts facts)
    {
        var total = facts.TotalSteps ?? long.MaxValue;
        var good = facts is { CheckpointHours: > 0 and var hours, SaveSteps: { } save } ? (long)Math.Min(1_000_000_000, save * GoodMinutes / (hours * 60)) : total / 10;
        return Math.Max(1, Math.Min(good, total / 2));
    }
}
