using System.Globalization;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>The launcher starts as many processes as there are cards, on as many nodes as the job has.</summary>
internal sealed class Launch : IJobRule
{
    private static readonly FindingKind _tooMany = new(
        "nproc-exceeds-gpus", Severity.Error, "The command starts {nproc} processes on a node, and {sku} has {gpus} GPU.",
        "Set --nproc_per_node={gpus}, or choose a type with {nproc} GPUs.");
    private static readonly FindingKind _idle = new(
        "gpus-idle", Severity.Warning, "The command starts {nproc} processes on a node, so {idle} of the {gpus} GPUs of {sku} are paid for and not used.",
        "Set --nproc_per_node={gpus}, or choose a type with {nproc} GPUs.");
    private static readonly FindingKind _nodes = new(
        "nnodes-differs", Severity.Error, "The command waits for {nnodes} nodes, and the job has {nodes}.",
        "Set --nnodes={nodes}, or --nnodes=$WORLD_SIZE, which DLC sets to the number of nodes.");
    private static readonly FindingKind _alone = new(
        "nodes-without-launcher", Severity.Warning, "The job has {nodes} nodes, and the command names no launcher that joins them: each would run the same work.",
        "Start the script with torchrun and its --nnodes, --node_rank and --master_addr.");

    public IReadOnlyList<FindingKind> Kinds => [_tooMany, _idle, _nodes, _alone];

    public bool Applies(JobSpec spec, PreflightContext context) =>
        spec.Command.Length > 0 && LaunchCommand.Parse(spec.Command) is { Launcher: not null } or { Script: not null };

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        var args = finding.Args;
        if (finding.Rule == _alone.Rule)
        {
            yield return RepairKinds.Launcher.Of(spec with { Command = Rendezvous.WithTorchrun(spec.Command) });
        }
        else if (finding.Rule == _nodes.Rule)
        {
            yield return RepairKinds.SetOption(spec, "nnodes", args["nodes"], ofLauncher: true);
        }
        else
        {
            yield return RepairKinds.SetOption(spec, "nproc_per_node", args["gpus"], ofLauncher: true);
            if (context.Skus.Find(args["sku"]) is { } sku && int.TryParse(args["nproc"], NumberStyles.None, CultureInfo.InvariantCulture, out var nproc)
                && RepairKinds.TakeSku(spec, sku, context, other => other.GpuCount == nproc && other.GpuModel == sku.GpuModel) is { } other)
                yield return other;
        }
    }

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var command = LaunchCommand.Parse(spec.Command);
        var nodes = spec.Roles.Sum(role => Math.Clamp(role.Count, 0, int.MaxValue));
        if (command.Launcher == "torchrun")
            return Processes(command, spec, context).Concat(Nodes(command, nodes));
        return spec.Type == "PyTorchJob" && command is { Launcher: null, Script: { } script } && script.EndsWith(".py", StringComparison.Ordinal) && nodes > 1
            ? [_alone.At("command", spec.Command, ("nodes", nodes))]
            : [];
    }

    private static IEnumerable<Finding> Processes(LaunchCommand command, JobSpec spec, PreflightContext context)
    {
        if (!int.TryParse(command.LaunchValue("nproc_per_node"), NumberStyles.None, CultureInfo.InvariantCulture, out var nproc))
            yield break;
        foreach (var sku in spec.Roles.Select(role => role.Sku).Distinct(StringComparer.Ordinal).Select(context.Skus.Find))
        {
            if (sku is not { GpuCount: > 0 and var gpus })
                continue;
            var kind = nproc > gpus ? _tooMany : nproc < gpus ? _idle : null;
            if (kind is not null)
                yield return kind.At("command", $"--nproc_per_node={nproc}; {SkuFit.Shape(sku)}",
                    ("nproc", nproc), ("gpus", gpus), ("idle", gpus - nproc), ("sku", sku.Type));
        }
    }

    /// <summary>An elastic launch gives a range, such as 1:4.</summary>
    private static IEnumerable<Finding> Nodes(LaunchCommand command, long nodes)
    {
        var text = command.LaunchValue("nnodes") ?? "1";
        var parts = text.Split(':').Select(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null).ToList();
        if (parts.Count <= 2 && parts[0] is { } least && parts[^1] is { } most && (nodes < least || nodes > most))
            yield return _nodes.At("command", string.Create(CultureInfo.InvariantCulture, $"--nnodes={text}; {nodes} nodes in the roles"), ("nnodes", text), ("nodes", nodes));
    }
}
