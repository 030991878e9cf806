using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Runs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>A run that may be interrupted goes on where it was only if it is told to.</summary>
internal sealed class Resuming : IJobRule
{
    private const decimal LongHours = 4;
    private static readonly string[] _options = ["resume_from_checkpoint", "resume", "resume_from", "auto_resume", "load_checkpoint", "load"];

    private static readonly FindingKind _missing = new(
        "resume-missing", Severity.Warning, "Nothing tells the script to go on from a checkpoint: after an interruption it begins at step 0.",
        "Let the script look for the newest checkpoint, or pass --resume_from_checkpoint.");
    private static readonly FindingKind _modelOnly = new(
        "resume-model-only", Severity.Warning, "The script loads the model of a checkpoint and not its optimizer, scheduler and step: it goes on as another run.",
        "Load the states that were saved, or use the trainer's resume_from_checkpoint.");

    public IReadOnlyList<FindingKind> Kinds => [_missing, _modelOnly];

    public bool Applies(JobSpec spec, PreflightContext context) =>
        LaunchCommand.Parse(spec.Command).Script is not null
        && (spec.Spot is not null || Script(spec)?.Line("checkpoint") is not null || RunFacts.Of(spec, context).Hours > LongHours || spec.MaxRunningMinutes > LongHours * 60);

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        if (!Applies(spec, context))
            yield break;
        var script = Script(spec);
        // A word in a script that only declares the option is no sign that it is used.
        if (!Resumes(spec))
            yield return _missing.At("command", script is null ? null : "the script has no resume_from_checkpoint, load_state_dict or load_checkpoint");
        if (script?.Line("optimizer.state_dict", "optimizer.pt") is { } saved && script.Line("load_state_dict(", "resume_from_checkpoint", "load_state(") is null)
            yield return _modelOnly.At("command", saved);
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context)
    {
        // What a valued option would have to be given only its script knows; a switch can be pressed.
        if (finding.Rule == _missing.Rule && Script(spec)?.Arguments.FirstOrDefault(argument => argument.IsSwitch && _options.Contains(argument.Name, StringComparer.Ordinal)) is { } own)
            yield return RepairKinds.Switch.Of(spec with { Command = $"{spec.Command.TrimEnd()} --{own.Name}" }, ("option", own.Name));
    }

    /// <summary>The command or the script says that it goes on from a checkpoint.</summary>
    internal static bool Resumes(JobSpec spec) =>
        LaunchCommand.Parse(spec.Command).ScriptOption(_options) is { } option && !string.Equals(option.Value, "false", StringComparison.OrdinalIgnoreCase)
        || Script(spec) is { } script && script.Arguments.All(argument => !_options.Contains(argument.Name, StringComparer.Ordinal))
            && script.Line("resume_from_checkpoint", "load_state_dict(", "load_checkpoint(", "from_pretrained(latest") is not null;

    private static TrainingScript? Script(JobSpec spec) => spec.Plan?.Script is { Length: > 0 } text ? new TrainingScript(text) : null;
}
