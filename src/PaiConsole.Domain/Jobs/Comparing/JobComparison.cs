using System.Globalization;

namespace PaiConsole.Domain.Jobs.Comparing;

/// <summary>Lays several jobs side by side.</summary>
public static class JobComparison
{
    /// <summary>The most jobs that fit beside each other.</summary>
    public const int Most = 20;

    // What only says who made the job, and for which of several: never why one went better than the other.
    private const string Own = "PAICONSOLE_";

    /// <summary>Every field that at least one of the jobs has.</summary>
    public static IReadOnlyList<ComparedField> Fields(IReadOnlyList<TrainingJob> jobs)
    {
        List<LaunchCommand> commands = [.. jobs.Select(job => LaunchCommand.Parse(job.Command))];
        List<ComparedField> fields =
        [
            .. Spec.Select(field => new ComparedField(FieldGroup.Spec, field.Name, [.. jobs.Select(field.Read)])),
            .. Together(commands.Select(Options), (name, values) => new ComparedField(FieldGroup.Option, $"--{name}", Shown(name, values))),
            .. Together(jobs.Select(job => (IReadOnlyDictionary<string, string>)job.Env.Where(pair => !pair.Key.StartsWith(Own, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal)), (name, values) => new ComparedField(FieldGroup.Env, name, Shown(name, values))),
        ];
        return [.. fields.Where(field => field.Values.Any(value => value is not null))];
    }

    private static readonly (string Name, Func<TrainingJob, string?> Read)[] Spec =
    [
        ("type", job => Text(job.Type)),
        ("image", job => Joined(job, role => role.Image)),
        ("sku", job => Joined(job, role => role.Sku)),
        ("nodes", job => job.Nodes.ToString(CultureInfo.InvariantCulture)),
        ("roles", job => Text(string.Join(", ", job.Roles.Select(role => string.Create(CultureInfo.InvariantCulture, $"{role.Type} × {role.Count}"))))),
        ("spot", job => job.Roles.Any(role => role.IsSpot) ? "spot" : "on demand"),
        ("launcher", job => LaunchCommand.Parse(job.Command).Launcher),
        ("script", job => LaunchCommand.Parse(job.Command).Script),
        ("mounts", job => Text(string.Join(", ", job.Mounts.Select(mount => mount.MountPath).Order(StringComparer.Ordinal)))),
        ("code", job => job.Code?.Id),
        ("priority", job => job.Priority?.ToString(CultureInfo.InvariantCulture)),
        ("maxRunningMinutes", job => job.MaxRunningMinutes?.ToString(CultureInfo.InvariantCulture)),
    ];

    // Of an option that is given twice most parsers take the last.
    private static Dictionary<string, string> Options(LaunchCommand command)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in command.LaunchOptions.Concat(command.ScriptOptions))
            options[option.Name] = option.Value ?? "true";
        return options;
    }

    private static IEnumerable<ComparedField> Together(IEnumerable<IReadOnlyDictionary<string, string>> each, Func<string, IReadOnlyList<string?>, ComparedField> make)
    {
        var all = each.ToList();
        return all.SelectMany(one => one.Keys).Distinct(StringComparer.Ordinal).Select(name => make(name, [.. all.Select(one => one.GetValueOrDefault(name))]));
    }

    private static List<string?> Shown(string name, IReadOnlyList<string?> values) => [.. values.Select(value => value is null ? null : SecretWords.Shown(name, value))];

    private static string? Joined(TrainingJob job, Func<JobRole, string?> read) => Text(string.Join(", ", job.Roles.Select(read).OfType<string>().Distinct(StringComparer.Ordinal)));

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
