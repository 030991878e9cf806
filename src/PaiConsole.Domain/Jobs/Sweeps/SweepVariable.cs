using System.Globalization;
using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Jobs.Sweeps;

/// <summary>What a parameter's name stands for: where its value is put into a spec, and where it is read from a job.</summary>
public static partial class SweepVariable
{
    /// <summary>The instance type of every role.</summary>
    public const string Sku = "sku";
    /// <summary>The pods of the last role.</summary>
    public const string Count = "count";

    /// <summary>It is an option of the command.</summary>
    public static bool IsOption(string name) => name.StartsWith("--", StringComparison.Ordinal);

    /// <summary>The name means something.</summary>
    public static bool IsName(string name) => Option().IsMatch(name) || Variable().IsMatch(name);

    /// <summary>The value can be put there.</summary>
    public static bool IsValue(string name, string value) =>
        name != Count || (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0);

    /// <summary>The command has this option already.</summary>
    public static bool Stands(string command, string name)
    {
        var parsed = LaunchCommand.Parse(command);
        return parsed.ScriptOptions.Concat(parsed.LaunchOptions).Any(option => option.Name == Plain(name));
    }

    /// <summary>The spec with this value.</summary>
    public static JobSpec Apply(JobSpec spec, string name, string value) => name switch
    {
        Sku => spec with { Roles = [.. spec.Roles.Select(role => role with { Sku = value })] },
        Count when IsValue(name, value) => spec with
        {
            Roles = [.. spec.Roles.Select((role, at) => at == spec.Roles.Count - 1 ? role with { Count = long.Parse(value, CultureInfo.InvariantCulture) } : role)],
        },
        Count => spec,
        _ when IsOption(name) => spec with
        {
            // An option that is not there yet is written as it was given; one that is there stays spelt as it is.
            Command = CommandEdit.Set(spec.Command, Stands(spec.Command, name) ? Plain(name) : name[2..], ShellWords.Quote(value), ofLauncher: false),
        },
        _ => spec with { Env = new Dictionary<string, string>(spec.Env, StringComparer.Ordinal) { [name] = value } },
    };

    /// <summary>The value that a job has; null where it has none.</summary>
    public static string? Read(TrainingJob job, string name)
    {
        if (name is Sku or Count)
            return name == Sku ? job.Roles.FirstOrDefault()?.Sku : job.Roles.LastOrDefault()?.Count.ToString(CultureInfo.InvariantCulture);
        if (!IsOption(name))
            return job.Env.GetValueOrDefault(name);
        var parsed = LaunchCommand.Parse(job.Command);
        return parsed.ScriptOptions.Concat(parsed.LaunchOptions).FirstOrDefault(option => option.Name == Plain(name))?.Value;
    }

    private static string Plain(string option) => option[2..].Replace('-', '_');

    [GeneratedRegex(@"\A--[A-Za-z][A-Za-z0-9_.-]{0,63}\z", RegexOptions.None, 1000)]
    private static partial Regex Option();

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_]{0,63}\z", RegexOptions.None, 1000)]
    private static partial Regex Variable();
}
