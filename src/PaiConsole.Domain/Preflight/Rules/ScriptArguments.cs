using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Arguments of the training script that often go wrong.</summary>
internal sealed class ScriptArguments : IJobRule
{
    /// <summary>Cards from before Ampere compute bfloat16 only by emulation, if at all.</summary>
    private static readonly string[] _withoutBf16 = ["T4", "V100", "P100", "P4"];

    private static readonly FindingKind _unchecked = new(
        "script-args-unchecked", Severity.Info,
        "{script} must declare {options} itself; the console does not see the script. One that declares a switch refuses it with a value, and one that does not know it exits at once.",
        "Try the script with these arguments in a notebook first.");
    private static readonly FindingKind _bf16 = new(
        "bf16-on-old-card", Severity.Warning, "{sku} has {card} cards, which have no native bfloat16.", "Use fp16, or a type with A10, A100 or newer cards.");
    private static readonly FindingKind _cadence = new(
        "checkpoint-cadence-unknown", Severity.Info, "The command does not say how often a checkpoint is written, so it is not known how much work an interruption would lose.",
        "Pass --save_steps or --save_strategy to the script.");

    public IReadOnlyList<FindingKind> Kinds => [_unchecked, _bf16, _cadence];

    public bool Applies(JobSpec spec, PreflightContext context) =>
        LaunchCommand.Parse(spec.Command) is { Script: not null, ScriptOptions.Count: > 0 };

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var command = LaunchCommand.Parse(spec.Command);
        if (command.Script is not { } script)
            yield break;
        var doubtful = command.ScriptOptions.Where(option => option is { Name: "bf16" or "fp16" or "deepspeed", Value: not null }).ToList();
        // With the script at hand its declarations are looked at instead (DeclaredArguments).
        if (doubtful.Count > 0 && string.IsNullOrWhiteSpace(spec.Plan?.Script))
            yield return _unchecked.At("command", string.Join(" ", doubtful.Select(option => $"--{option.Name}={option.Value}")),
                ("script", script), ("options", string.Join(", ", doubtful.Select(option => "--" + option.Name))));
        if (command.ScriptOption("bf16") is { } bf16 && !string.Equals(bf16.Value, "false", StringComparison.OrdinalIgnoreCase))
        {
            foreach (var sku in spec.Roles.Select(role => role.Sku).Distinct(StringComparer.Ordinal).Select(context.Skus.Find).OfType<Sku>().Where(LacksBf16))
                yield return _bf16.At("command", SkuFit.Shape(sku), ("sku", sku.Type), ("card", sku.GpuModel));
        }
        if (command.ScriptOption("output_dir", "save_dir", "checkpoint_dir") is not null
            && (spec.Plan?.Script is not { Length: > 0 } text || new TrainingScript(text).SaveSteps is null)
            && command.ScriptOption("save_steps", "save_strategy", "save_interval", "checkpointing_steps", "save_every", "save_freq") is null)
            yield return _cadence.At("command", string.Join(" ", command.ScriptOptions.Select(option => "--" + option.Name)));
    }

    private static bool LacksBf16(Sku sku) => sku.GpuModel?.Split(' ').Any(word => _withoutBf16.Contains(word, StringComparer.Ordinal)) ?? false;
}
