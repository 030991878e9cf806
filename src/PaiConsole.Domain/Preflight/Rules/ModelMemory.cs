using System.Globalization;
using System.Text.RegularExpressions;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>
/// Whether a model of that size can be trained on those cards. Mixed-precision AdamW keeps about 16 bytes per parameter
/// (weights, gradients, master weights, two moments), sharded over all cards by ZeRO or FSDP; an adapter keeps the frozen
/// weights, 2 bytes per parameter, on every card. Activations come on top, so what fails here fails surely.
/// </summary>
internal sealed partial class ModelMemory : IJobRule
{
    private const decimal Full = 16;
    private const decimal Frozen = 2;

    private static readonly FindingKind _full = new(
        "model-memory", Severity.Warning, "Training all of a {size}B model takes about {need} GiB on each card, and a card of {sku} has {has}.",
        "Train an adapter (LoRA), shard the model over more cards with DeepSpeed or FSDP, or take bigger cards.");

    public IReadOnlyList<FindingKind> Kinds => [_full];

    public bool Applies(JobSpec spec, PreflightContext context) => Size(spec) is not null && spec.Roles.Any(role => context.Skus.Find(role.Sku)?.GpuMemoryGib is not null);

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (Size(spec) is not { } size || spec.Roles.Select(role => context.Skus.Find(role.Sku)).FirstOrDefault(sku => sku?.GpuMemoryGib is not null) is not { GpuMemoryGib: { } has } sku)
            yield break;
        var (isAdapter, isSharded) = (AdapterOutput.IsAdapter(spec) is not null, IsSharded(spec));
        var cards = isSharded && !isAdapter ? Math.Max(1, RunFacts.Of(spec, context).Gpus ?? 1) : 1;
        var bytes = isAdapter ? Frozen : Full;
        var need = size * bytes * 1e9m / (1024m * 1024 * 1024) / cards;
        if (need > has)
            yield return _full.At("roles[0].sku", string.Create(CultureInfo.InvariantCulture, $"{size:0.##}×10⁹ × {bytes:0} bytes ÷ {cards} cards = {need:0} GiB; {SkuFit.Shape(sku)} with {has:0.#} GiB a card"),
                ("size", size.ToString("0.##", CultureInfo.InvariantCulture)), ("need", need.ToString("0", CultureInfo.InvariantCulture)), ("has", $"{has.ToString("0.#", CultureInfo.InvariantCulture)} GiB"), ("sku", sku.Type));
    }

    private static bool IsSharded(JobSpec spec) => LaunchCommand.Parse(spec.Command) is var command
        && (command.Launcher == "deepspeed" || command.ScriptOption("deepspeed", "deepspeed_config", "fsdp", "tensor_model_parallel_size", "use_distributed_optimizer") is not null
            || spec.Plan?.Script is { Length: > 0 } text && new TrainingScript(text).Line("FullyShardedDataParallel", "fully_shard(", "deepspeed.initialize") is not null);

    private static decimal? Size(JobSpec spec) =>
        LaunchCommand.Parse(spec.Command).ScriptOption("model_name_or_path", "model_path", "model", "base_model")?.Value is { } name
        && Billions().Match(name) is { Success: true } match && decimal.TryParse(match.Groups["n"].Value, CultureInfo.InvariantCulture, out var size) && size is > 0 and < 2000
            ? size
            : null;

    [GeneratedRegex(@"(?<![\w.])(?<n>\d{1,4}(\.\d{1,2})?)[bB](?![A-Za-z0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Billions();
}
