using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>device_map="auto" lays the layers of one model over the cards, one of which computes at a time; it is for inference.</summary>
internal sealed class DeviceMap : IJobRule
{
    private static readonly FindingKind _launcher = new(
        "device-map-with-launcher", Severity.Warning, "The script spreads the model over all cards (device_map=\"auto\") and is started once per card: the library refuses that.",
        "Take device_map out of the script; each process then has the model on its own card.");
    private static readonly FindingKind _alone = new(
        "device-map-one-process", Severity.Warning, "The script spreads the model over {gpus} cards in one process: they are all paid for and work one after the other.",
        "Take device_map out of the script and start it with torchrun, or take a machine with one card.");

    public IReadOnlyList<FindingKind> Kinds => [_launcher, _alone];

    public bool Applies(JobSpec spec, PreflightContext context) => Line(spec) is not null;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (Line(spec) is not { } line)
            yield break;
        var (facts, command) = (RunFacts.Of(spec, context), LaunchCommand.Parse(spec.Command));
        if (command.Launcher is not null && facts.Processes is not 1)
            yield return _launcher.At("command", line);
        else if (facts.Gpus > facts.Nodes)
            yield return _alone.At("command", line, ("gpus", facts.Gpus));
    }

    private static string? Line(JobSpec spec) =>
        spec.Plan?.Script is { Length: > 0 } text ? new TrainingScript(text).Line("device_map=\"auto\"", "device_map='auto'", "device_map = \"auto\"") : null;
}
