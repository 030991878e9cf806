using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Jobs;

/// <summary>Changes single options of a command and leaves every other character as it was typed.</summary>
public static class CommandEdit
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    /// <summary>Sets an option's value where it stands; one that is missing is put before the script or, an argument of it, at the end.</summary>
    public static string Set(string command, string name, string value, bool ofLauncher)
    {
        if (Find(command, name) is { } found)
            return $"{command[..found.Index]}{Written(found)}={value}{command[(found.Index + found.Length)..]}";
        if (!ofLauncher)
            return $"{command.TrimEnd()} --{name}={value}";
        var script = LaunchCommand.Parse(command).Script;
        var at = script is null ? -1 : command.IndexOf(script, StringComparison.Ordinal);
        return at < 0 ? $"{command.TrimEnd()} --{name}={value}" : $"{command[..at]}--{name}={value} {command[at..]}";
    }

    /// <summary>Takes an option and its value out.</summary>
    public static string Drop(string command, string name) => Find(command, name) is { } found
        ? command[..found.Index].TrimEnd(' ') + command[(found.Index + found.Length)..]
        : command;

    /// <summary>Leaves an option as a switch without value.</summary>
    public static string DropValue(string command, string name) => Find(command, name) is { } found
        ? command[..found.Index] + Written(found) + command[(found.Index + found.Length)..]
        : command;

    private static string Written(Match found) => found.Groups["option"].Value;

    private static Match? Find(string command, string name)
    {
        var spelt = Regex.Escape(name).Replace("_", "[-_]", StringComparison.Ordinal);
        var match = Regex.Match(
            command, $@"(?<=^|\s)(?<option>--{spelt})(?:(=|\s+(?!-))(?:""[^""]*""|'[^']*'|[^\s;&|]+))?(?=$|[\s;&|])", RegexOptions.ExplicitCapture, _patience);
        return match.Success ? match : null;
    }
}
