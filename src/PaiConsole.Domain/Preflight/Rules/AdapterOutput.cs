using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>A LoRA run saves an adapter, which is no model that a server could load alone.</summary>
internal sealed class AdapterOutput : IJobRule
{
    private static readonly FindingKind _adapter = new(
        "output-is-adapter", Severity.Info, "What this run saves is an adapter, not a whole model: a service needs the base model and the adapter, or a merge.",
        "Merge at the end (merge_and_unload), or deploy the base model with the adapter.");

    public IReadOnlyList<FindingKind> Kinds => [_adapter];

    public bool Applies(JobSpec spec, PreflightContext context) => IsAdapter(spec) is not null;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) =>
        IsAdapter(spec) is { } sign && Script(spec)?.Line("merge_and_unload") is null && LaunchCommand.Parse(spec.Command).ScriptOption("merge_lora", "merge_adapter") is null
            ? [_adapter.At("outputPath", sign)]
            : [];

    /// <summary>What shows that an adapter is trained, or null.</summary>
    internal static string? IsAdapter(JobSpec spec) =>
        LaunchCommand.Parse(spec.Command).ScriptOptions.FirstOrDefault(option => option.Name.Contains("lora", StringComparison.OrdinalIgnoreCase) && option.Value is not ("false" or "False" or "0")) is { } option
            ? $"--{option.Name}={option.Value}"
            : Script(spec)?.Line("LoraConfig(", "get_peft_model(");

    private static TrainingScript? Script(JobSpec spec) => spec.Plan?.Script is { Length: > 0 } text ? new TrainingScript(text) : null;
}
