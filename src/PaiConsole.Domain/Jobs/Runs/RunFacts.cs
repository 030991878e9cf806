using System.Globalization;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Runs;

/// <summary>A figure that follows from a spec, with its arithmetic.</summary>
/// <param name="Key">What it is, such as <c>effective-batch</c>.</param>
/// <param name="Value">The figure as text, or null where an input is missing.</param>
/// <param name="Arithmetic">How it was computed, or which input is missing.</param>
public sealed record RunFact(string Key, string? Value, string Arithmetic);

/// <summary>What follows from a job's spec before it runs. Null is unknown, never a guess.</summary>
public sealed record RunFacts
{
    /// <summary>Every figure with its arithmetic, in the order in which they follow from each other.</summary>
    public IReadOnlyList<RunFact> All { get; private init; } = [];
    /// <summary>Machines.</summary>
    public long Nodes { get; private init; }
    /// <summary>Whole cards over all machines; null where a type is not known.</summary>
    public long? Gpus { get; private init; }
    /// <summary>Training processes over all machines, each with a batch of its own.</summary>
    public long? Processes { get; private init; }
    /// <summary>Examples per optimizer step.</summary>
    public long? EffectiveBatch { get; private init; }
    /// <summary>Optimizer steps per pass over the data.</summary>
    public long? StepsPerEpoch { get; private init; }
    /// <summary>Optimizer steps of the whole run.</summary>
    public long? TotalSteps { get; private init; }
    /// <summary>Steps between two checkpoints.</summary>
    public long? SaveSteps { get; private init; }
    /// <summary>Checkpoints written before the end.</summary>
    public long? Checkpoints { get; private init; }
    /// <summary>Hours of the whole run.</summary>
    public decimal? Hours { get; private init; }
    /// <summary>Hours between two checkpoints.</summary>
    public decimal? CheckpointHours { get; private init; }
    /// <summary>CNY per hour on demand.</summary>
    public Money? PerHour { get; private init; }
    /// <summary>Per hour at today's spot price.</summary>
    public Money? SpotPerHour { get; private init; }

    /// <summary>The facts of a spec.</summary>
    public static RunFacts Of(JobSpec spec, PreflightContext context)
    {
        var command = LaunchCommand.Parse(spec.Command);
        var table = new FactTable();
        var nodes = spec.Roles.Sum(role => Math.Clamp(role.Count, 0, 1_000_000));
        var cards = spec.Roles.Select(role => (role.Count, Sku: context.Skus.Find(role.Sku))).ToList();
        long? gpus = cards.Count > 0 && cards.All(role => role.Sku is not null) ? cards.Sum(role => Math.Clamp(role.Count, 0, 1_000_000) * role.Sku!.GpuCount) : null;
        table.Add("gpus", gpus, string.Join(" + ", cards.Select(role => Text($"{role.Count} × {role.Sku?.GpuCount.ToString(CultureInfo.InvariantCulture) ?? "?"}"))), "sku");

        var perNode = ProcessesPerNode(command, cards.FirstOrDefault().Sku);
        var processes = perNode is { } each ? Times(each, nodes) : null;
        table.Add("processes", processes, Text($"{perNode} × {nodes}"), "nproc");
        var script = spec.Plan?.Script is { Length: > 0 } text ? new TrainingScript(text) : null;
        var batch = Given(command, script, "per_device_train_batch_size", "train_batch_size", "micro_batch_size", "batch_size");
        var accumulation = Given(command, script, "gradient_accumulation_steps", "accumulation_steps") ?? (batch is null ? null : 1);
        var effective = Times(Times(batch, accumulation), processes);
        // What is asked for first is what everything after it rests on.
        var needsBatch = batch is null ? "batch" : "nproc";
        var needsEpoch = effective is null ? needsBatch : "samples";
        table.Add("effective-batch", effective, Text($"{batch} × {accumulation} × {processes}"), needsBatch);
        var samples = spec.Plan?.Samples;
        long? perEpoch = samples > 0 && effective > 0 ? ((samples.Value - 1) / effective.Value) + 1 : null;
        table.Add("steps-per-epoch", perEpoch, Text($"⌈{samples} ÷ {effective}⌉"), needsEpoch);
        var epochs = Given(command, script, "num_train_epochs", "num_epochs", "epochs");
        var limit = Given(command, script, "max_steps");
        var most = limit > 0 ? limit : null;
        var total = most ?? Times(perEpoch, epochs);
        var needsTotal = perEpoch is null ? needsEpoch : "epochs";
        table.Add("total-steps", total, most is null ? Text($"{perEpoch} × {epochs}") : Text($"--max_steps={most}"), needsTotal);
        var save = command.ScriptOption("save_strategy", "checkpointing")?.Value == "epoch" ? perEpoch
            : Given(command, script, "save_steps", "checkpointing_steps", "save_interval", "save_every", "save_freq") ?? script?.SaveSteps;
        long? checkpoints = total is { } all && save > 0 ? all / save.Value : null;
        table.Add("checkpoints", checkpoints, Text($"⌊{total} ÷ {save}⌋"), save is null ? "cadence" : needsTotal);

        var perStep = spec.Plan?.SecondsPerStep;
        var seconds = perStep > 0 && perStep < 1_000_000 ? perStep : null;
        var hours = total * seconds / 3600;
        var needsHours = seconds is null ? "seconds" : needsTotal;
        table.Add("hours", hours, Text($"{total} × {seconds:0.###} s ÷ 3600"), needsHours);
        var list = CostRules.RateIfRunning(spec with { Spot = null }, context.Prices, context.Region).PerHour;
        var spot = SpotRate(spec, context);
        table.Add("cost", Cost(list, hours), Text($"{list} × {hours:0.##} h"), list is null ? "price" : needsHours);
        table.Add("spot-cost", Cost(spot, hours), Text($"{spot} × {hours:0.##} h"), spot is null ? "spot-price" : needsHours);
        return new RunFacts
        {
            All = table.Facts, Nodes = nodes, Gpus = gpus, Processes = processes, EffectiveBatch = effective, StepsPerEpoch = perEpoch, TotalSteps = total,
            SaveSteps = save, Checkpoints = checkpoints, Hours = hours, CheckpointHours = save * seconds / 3600, PerHour = list, SpotPerHour = spot,
        };
    }

    /// <summary>What a run of so many hours costs, or null where it is not known or past counting.</summary>
    internal static Money? Cost(Money? perHour, decimal? hours) =>
        perHour is { } rate && hours is >= 0 and < 1_000_000 && rate.Amount * hours.Value < 9_000_000_000m ? Money.Of(rate.Amount * hours.Value, rate.Currency) : null;

    // torchrun starts one process when it is told nothing; a script started by itself is one process.
    private static long? ProcessesPerNode(LaunchCommand command, Sku? sku) => command.Launcher switch
    {
        "torchrun" => command.LaunchValue("nproc_per_node") switch
        {
            null => 1,
            "gpu" or "auto" or "$NPROC_PER_NODE" or "${NPROC_PER_NODE}" => sku?.GpuCount,
            var text => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        },
        "deepspeed" or "accelerate" => sku?.GpuCount,
        null when command.Script is not null => 1,
        _ => null,
    };

    private static Money? SpotRate(JobSpec spec, PreflightContext context)
    {
        var parts = new List<Money>();
        foreach (var role in spec.Roles)
        {
            if (context.Prices.Find(role.Sku, context.Region)?.PerHour is not { } price || context.Spot.GetValueOrDefault(role.Sku)?.PriceFactor is not { } factor || role.Count is < 0 or > 1_000_000)
                return null;
            parts.Add(Money.Of(price.Amount * factor, price.Currency) * role.Count);
        }
        return parts.DistinctBy(part => part.Currency).Count() == 1 ? Money.Sum(parts) : null;
    }

    internal static long? Number(LaunchCommand command, params IEnumerable<string> names) =>
        long.TryParse(command.ScriptOption(names)?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What the command gives, or else what the script declares to take without it.</summary>
    private static long? Given(LaunchCommand command, TrainingScript? script, params string[] names) => command.ScriptOption(names) is not null
        ? Number(command, names)
        : script?.Arguments.FirstOrDefault(argument => argument.Default is not null && names.Contains(argument.Name, StringComparer.Ordinal)) is { Default: { } text }
            && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Numbers that no run has are not multiplied into nonsense.
    private static long? Times(long? one, long? other) =>
        one is >= 0 and < 1_000_000_000 && other is >= 0 and < 1_000_000_000 ? one * other : null;

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
