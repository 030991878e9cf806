using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>argparse exits at once over an argument that the script does not declare, and over a switch with a value.</summary>
internal sealed class DeclaredArguments : IJobRule
{
    private static readonly FindingKind _unknown = new(
        "script-arg-unknown", Severity.Error, "The script declares no --{option}: it exits at once.", "Take it out, or declare it in the script.");
    private static readonly FindingKind _switch = new(
        "script-arg-switch", Severity.Error, "--{option} is a switch of the script and takes no value: it exits at once.", "Write --{option} alone, or leave it out.");
    private static readonly FindingKind _missing = new(
        "script-arg-missing", Severity.Error, "The script requires --{option}, and the command does not give it.", "Add --{option} to the command.");

    public IReadOnlyList<FindingKind> Kinds => [_unknown, _switch, _missing];

    public bool Applies(JobSpec spec, PreflightContext context) =>
        spec.Plan?.Script is { Length: > 0 } text && LaunchCommand.Parse(spec.Command).Script is not null && new TrainingScript(text).IsClosed;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (spec.Plan?.Script is not { Length: > 0 } text || LaunchCommand.Parse(spec.Command) is not { Script: { } name } command || new TrainingScript(text) is not { IsClosed: true } script)
            yield break;
        foreach (var option in command.ScriptOptions)
        {
            // argparse takes a beginning that is not ambiguous for the whole.
            var meant = script.Arguments.FirstOrDefault(argument => argument.Name == option.Name)
                ?? (script.Arguments.Where(argument => argument.Name.StartsWith(option.Name, StringComparison.Ordinal)).Take(2).ToList() is [var only] ? only : null);
            if (meant is null && option.Name is not "help")
                yield return _unknown.At("command", $"{name}: {string.Join(" ", script.Arguments.Select(argument => "--" + argument.Name))}", ("option", option.Name));
            else if (meant is { IsSwitch: true } && option.Value is { } value)
                yield return _switch.At("command", $"--{option.Name}={value}", ("option", option.Name));
        }
        foreach (var argument in script.Arguments.Where(argument => argument.IsRequired && command.ScriptOption(argument.Name) is null))
            yield return _missing.At("command", name, ("option", argument.Name));
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        var option = finding.Args["option"];
        if (finding.Rule == _unknown.Rule)
            yield return RepairKinds.Drop.Of(spec with { Command = CommandEdit.Drop(spec.Command, option) }, ("option", option));
        if (finding.Rule != _switch.Rule)
            yield break;
        // --bf16=false means the switch shall not be there.
        var isOff = LaunchCommand.Parse(spec.Command).ScriptOption(option)?.Value?.ToLowerInvariant() is "false" or "0" or "no";
        yield return isOff
            ? RepairKinds.Drop.Of(spec with { Command = CommandEdit.Drop(spec.Command, option) }, ("option", option))
            : RepairKinds.Switch.Of(spec with { Command = CommandEdit.DropValue(spec.Command, option) }, ("option", option));
    }
}
