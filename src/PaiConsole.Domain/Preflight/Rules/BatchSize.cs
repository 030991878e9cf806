using System.Globalization;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Batch × accumulation × processes: a number of its own that nobody typed.</summary>
internal sealed class BatchSize : IJobRule
{
    private static readonly string[] _batches = ["per_device_train_batch_size", "train_batch_size", "micro_batch_size", "batch_size"];
    private static readonly string[] _numbers = [.. _batches, "gradient_accumulation_steps", "accumulation_steps", "num_train_epochs", "num_epochs", "epochs"];

    private static readonly FindingKind _number = new(
        "batch-not-positive", Severity.Error, "--{option} must be a number above 0, not {value}.", "Set --{option}.");
    private static readonly FindingKind _whole = new(
        "batch-exceeds-samples", Severity.Warning, "One step takes {batch} examples, and there are only {samples}: every pass is a single step.",
        "Lower the batch size or the accumulation.");

    public IReadOnlyList<FindingKind> Kinds => [_number, _whole];

    public bool Applies(JobSpec spec, PreflightContext context) => LaunchCommand.Parse(spec.Command).ScriptOption(_numbers) is not null;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        foreach (var option in LaunchCommand.Parse(spec.Command).ScriptOptions.Where(option => _numbers.Contains(option.Name, StringComparer.Ordinal)))
        {
            if (option.Value is { } text && !text.Contains('$', StringComparison.Ordinal)
                && !(decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0))
                yield return _number.At("command", $"--{option.Name}={text}", ("option", option.Name), ("value", text));
        }
        var facts = RunFacts.Of(spec, context);
        if (facts.EffectiveBatch is { } batch && spec.Plan?.Samples is > 0 and var samples && batch > samples)
            yield return _whole.At("command", facts.All.First(fact => fact.Key == "effective-batch").Arithmetic, ("batch", batch), ("samples", samples));
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) =>
        finding.Rule == _number.Rule ? [RepairKinds.SetOption(spec, finding.Args["option"], "1", ofLauncher: false)]
        : LaunchCommand.Parse(spec.Command).ScriptOption("gradient_accumulation_steps") is { Value: not "1" }
            && Fits(spec with { Command = CommandEdit.Set(spec.Command, "gradient_accumulation_steps", "1", ofLauncher: false) })
            ? [RepairKinds.SetOption(spec, "gradient_accumulation_steps", "1", ofLauncher: false)]
        : [];

    private static bool Fits(JobSpec spec) => RunFacts.Of(spec, PreflightContext.Embedded("")).EffectiveBatch is not { } batch || batch <= spec.Plan?.Samples;
}
