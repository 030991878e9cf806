using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Sorted as texts, step-9500 comes after step-10000.</summary>
internal sealed class CheckpointOrder : IJobRule
{
    private static readonly FindingKind _text = new(
        "checkpoint-order-text", Severity.Warning, "The script sorts its checkpoints as texts: past 9 999 steps it takes an old one for the newest.",
        "Sort by the number: sorted(paths, key=lambda path: int(path.rsplit(\"-\", 1)[1])).");

    public IReadOnlyList<FindingKind> Kinds => [_text];

    public bool Applies(JobSpec spec, PreflightContext context) => Script(spec)?.Line("checkpoint", "step-") is not null;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) =>
        Script(spec)?.TextSort is { } line ? [_text.At("plan.script", line)] : [];

    private static TrainingScript? Script(JobSpec spec) => spec.Plan?.Script is { Length: > 0 } text ? new TrainingScript(text) : null;
}
