using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>DLC's RANK and WORLD_SIZE are about nodes, which is easily taken for processes.</summary>
internal sealed class NodeCounting : IJobRule
{
    private static readonly FindingKind _nodes = new(
        "rank-counts-nodes", Severity.Info, "DLC sets RANK and WORLD_SIZE by node, not by process: right for torchrun's --node_rank and --nnodes.");

    private static readonly FindingKind _processes = new(
        "rank-as-process", Severity.Warning, "DLC sets RANK and WORLD_SIZE by node, not by process, and this command has no torchrun to number the processes.",
        "Start the script with torchrun, or run one process per node.");

    private static readonly FindingKind _local = new(
        "local-rank-unset", Severity.Warning, "DLC does not set LOCAL_RANK; in the command it is empty.", "Let torchrun set it, and read it in the script.");

    public IReadOnlyList<FindingKind> Kinds => [_nodes, _processes, _local];

    public bool Applies(JobSpec spec, PreflightContext context) =>
        LaunchCommand.References(spec.Command).Any(name => name is "RANK" or "WORLD_SIZE" or "LOCAL_RANK");

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var references = LaunchCommand.References(spec.Command);
        var counting = references.Where(name => name is "RANK" or "WORLD_SIZE").Select(name => "$" + name).ToList();
        if (counting.Count > 0)
        {
            var kind = LaunchCommand.Parse(spec.Command).Launcher is null ? _processes : _nodes;
            yield return kind.At("command", string.Join(", ", counting));
        }
        if (references.Contains("LOCAL_RANK") && !spec.Env.ContainsKey("LOCAL_RANK"))
            yield return _local.At("command", "$LOCAL_RANK");
    }
}
