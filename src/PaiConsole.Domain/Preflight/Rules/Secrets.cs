using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Whoever may see a job sees its variables and its command, and both stay in its history.</summary>
internal sealed class Secrets : IJobRule
{
    private static readonly FindingKind _env = new(
        "secret-in-env", Severity.Warning, "{name} looks like a secret, and everybody who sees the job can read it.",
        "Let the job take it from a role or from a file in a mount that others cannot read.");
    private static readonly FindingKind _command = new(
        "secret-in-command", Severity.Warning, "The command holds what looks like a secret ({what}), and everybody who sees the job can read it.",
        "Let the script read it from a role or from a file in a mount that others cannot read.");

    public IReadOnlyList<FindingKind> Kinds => [_env, _command];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Env.Count > 0 || spec.Command.Length > 0;

    // What was found is never repeated: findings are stored and shown.
    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        foreach (var (name, value) in spec.Env.Where(pair => pair.Value.Length > 0 && (SecretWords.IsName(pair.Key) || SecretWords.Find(pair.Value).Success)))
            yield return _env.At($"env.{name}", $"{name}=••• ({value.Length} characters)", ("name", name));
        var shown = LaunchCommand.Parse(spec.Command);
        if (shown.ScriptOptions.FirstOrDefault(option => SecretWords.IsName(option.Name) && option.Value is { Length: > 0 } text && !text.StartsWith('$') && !text.StartsWith('/')) is { } given)
            yield return _command.At("command", $"--{given.Name}=•••", ("what", "--" + given.Name));
        else if (SecretWords.Find(spec.Command) is { Success: true } found)
            yield return _command.At("command", found.Value[..Math.Min(4, found.Length)] + "•••", ("what", found.Value[..Math.Min(4, found.Length)] + "•••"));
    }

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) =>
        finding.Rule == _env.Rule ? [RepairKinds.WithoutEnv(spec, finding.Args["name"])] : [];
}
