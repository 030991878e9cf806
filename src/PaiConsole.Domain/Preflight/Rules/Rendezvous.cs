using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>How the nodes find each other: every pod runs the same command, so what differs by node must come from DLC's variables.</summary>
internal sealed class Rendezvous : IJobRule
{
    private static readonly FindingKind _noAddress = new(
        "master-addr-missing", Severity.Error, "The job has {nodes} nodes, and torchrun is not told where the master is: each node would wait for itself.",
        "Set --master_addr=$MASTER_ADDR, which DLC sets.");
    private static readonly FindingKind _address = new(
        "master-addr-literal", Severity.Error, "The master's address {address} is written out, and the machines of a job are not known beforehand.",
        "Set --master_addr=$MASTER_ADDR, which DLC sets.");
    private static readonly FindingKind _noRank = new(
        "node-rank-missing", Severity.Error, "The job has {nodes} nodes, and torchrun is not told which one it is: each would take itself for the first.",
        "Set --node_rank=$RANK, which DLC sets.");
    private static readonly FindingKind _rank = new(
        "node-rank-literal", Severity.Error, "Every node runs this command, so every node would be number {rank}.", "Set --node_rank=$RANK, which DLC sets.");

    public IReadOnlyList<FindingKind> Kinds => [_noAddress, _address, _noRank, _rank];

    public bool Applies(JobSpec spec, PreflightContext context) => Nodes(spec) > 1 && LaunchCommand.Parse(spec.Command).Launcher == "torchrun";

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var (command, nodes) = (LaunchCommand.Parse(spec.Command), Nodes(spec));
        // With a rendezvous back end the nodes number themselves; torchrun also takes its options from PET_ variables.
        if (nodes <= 1 || spec.Env.Keys.Any(name => name.StartsWith("PET_", StringComparison.Ordinal)) || command.LaunchOptions.Any(option => option.Name == "rdzv_endpoint"))
            yield break;
        if (command.LaunchValue("master_addr") is not { } address)
            yield return _noAddress.At("command", null, ("nodes", nodes));
        else if (!address.Contains('$', StringComparison.Ordinal))
            yield return _address.At("command", $"--master_addr={address}", ("address", address));
        if (command.LaunchValue("node_rank") is not { } rank)
            yield return _noRank.At("command", null, ("nodes", nodes));
        else if (!rank.Contains('$', StringComparison.Ordinal))
            yield return _rank.At("command", $"--node_rank={rank}", ("rank", rank));
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) =>
        [finding.Rule == _noAddress.Rule || finding.Rule == _address.Rule
            ? RepairKinds.SetOption(spec, "master_addr", "$MASTER_ADDR", ofLauncher: true)
            : RepairKinds.SetOption(spec, "node_rank", "$RANK", ofLauncher: true)];

    /// <summary>The script started by torchrun, with everything taken from what DLC sets.</summary>
    internal static string WithTorchrun(string command)
    {
        const string Launch = "torchrun --nproc_per_node=$NPROC_PER_NODE --nnodes=$WORLD_SIZE --node_rank=$RANK --master_addr=$MASTER_ADDR --master_port=$MASTER_PORT ";
        var (launcher, _, script, _, _) = LaunchCommand.Parse(command);
        var at = launcher is not null || script is null ? -1 : command.IndexOf(script, StringComparison.Ordinal);
        if (at < 0)
            return command;
        var before = command[..at].TrimEnd();
        var word = before[(before.LastIndexOfAny([' ', '\n', '\t']) + 1)..];
        return word.StartsWith("python", StringComparison.Ordinal) ? before[..^word.Length] + Launch + command[at..] : command[..at] + Launch + command[at..];
    }

    private static long Nodes(JobSpec spec) => spec.Roles.Sum(role => Math.Clamp(role.Count, 0, int.MaxValue));
}
