using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Files named by a relative path must be in the image: a job submitted this way brings no code along.</summary>
internal sealed class FilesOfTheCommand : IJobRule
{
    private static readonly FindingKind _script = new(
        "script-relative", Severity.Warning, "{script} is looked for in the image's working directory; no mount puts it there.",
        "Give its path below a mount, such as {example}, or use an image that holds it.");

    private static readonly FindingKind _config = new(
        "deepspeed-config-relative", Severity.Warning, "The DeepSpeed configuration {config} is looked for in the image's working directory; no mount puts it there.",
        "Give its path below a mount, such as {example}.");

    public IReadOnlyList<FindingKind> Kinds => [_script, _config];

    public bool Applies(JobSpec spec, PreflightContext context) => LaunchCommand.Parse(spec.Command).Script is not null;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        var command = LaunchCommand.Parse(spec.Command);
        if (command.Words.Contains("cd", StringComparer.Ordinal))
            yield break;
        var folder = spec.Data.Count > 0 ? spec.Data[0].MountPath.TrimEnd('/') : "/mnt/data";
        if (command.Script is { } script && !script.StartsWith('/') && !script.Contains('$', StringComparison.Ordinal))
            yield return _script.At("command", script, ("script", script), ("example", $"{folder}/code/{script.TrimStart('.', '/')}"));
        if (command.ScriptOption("deepspeed", "deepspeed_config")?.Value is { } config && LooksLikeAFile(config) && !config.StartsWith('/'))
            yield return _config.At("command", $"--deepspeed={config}", ("config", config), ("example", $"{folder}/{config.TrimStart('.', '/')}"));
    }

    private static bool LooksLikeAFile(string value) => value.EndsWith(".json", StringComparison.Ordinal) && !value.Contains('$', StringComparison.Ordinal);
}
