using System.Text.RegularExpressions;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Environment variables have names that a shell can read, and do not fight those of DLC or of the container.</summary>
internal sealed partial class EnvNames : IJobRule, INotebookRule, IServiceRule
{
    private static readonly FindingKind _name = new(
        "env-name", Severity.Error, "{name} is not a name for an environment variable.",
        "Use letters, digits and underscores, and start with a letter or an underscore.");

    private static readonly FindingKind _injected = new(
        "env-injected", Severity.Warning, "DLC sets {name} itself; a value of your own can keep the nodes from finding each other.",
        "Take {name} out.");

    private static readonly FindingKind _reserved = new(
        "env-reserved", Severity.Error, "{name} is set by the container itself, and a value of your own can keep it from starting.", "Take {name} out.");

    private static readonly string[] _own = ["HOME", "HOSTNAME", "NVIDIA_VISIBLE_DEVICES", "PATH"];
    private static readonly string[] _prefixes = ["DSW_", "KUBERNETES_", "PAI_"];

    public IReadOnlyList<FindingKind> Kinds => [_name, _injected, _reserved];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Env.Count > 0;

    public IEnumerable<JobRepair> Repairs(Finding finding, JobSpec spec, PreflightContext context) =>
        [RepairKinds.WithoutEnv(spec, finding.Args["name"])];

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context) => Check(spec.Env.Keys)
        .Concat(spec.Env.Keys.Where(DlcEnvironment.Injected.Contains).Select(name =>
            _injected.At($"env.{name}", $"{name}={spec.Env[name]}", ("name", name))));

    public IEnumerable<Finding> Check(NotebookSpec spec, PreflightContext context) => Check(spec.Env.Keys)
        .Concat(spec.Env.Keys.Where(IsReserved).Select(name => _reserved.At($"env.{name}", $"{name}={spec.Env[name]}", ("name", name))));

    public IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context) => Check(spec.Env.Keys);

    private static bool IsReserved(string name) =>
        _own.Contains(name, StringComparer.Ordinal) || _prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));

    private static IEnumerable<Finding> Check(IEnumerable<string> names) =>
        names.Where(name => !Name().IsMatch(name)).Select(name => _name.At($"env.{name}", name, ("name", name)));

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
