using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Jobs;

/// <summary>An option of a command line.</summary>
/// <param name="Name">Without dashes; inner dashes as underscores, as Python programs and torchrun treat both alike.</param>
/// <param name="Value">The value, or null for a switch.</param>
public sealed record CommandOption(string Name, string? Value);

/// <summary>What can be read out of a training command: who launches, which script, with which options.</summary>
/// <param name="Launcher">torchrun, deepspeed, accelerate or mpirun; null when the program starts by itself.</param>
/// <param name="LaunchOptions">Options before the script: the launcher's.</param>
/// <param name="Script">The first word that names a Python or shell file, or null.</param>
/// <param name="ScriptOptions">Options after the script: the training arguments.</param>
/// <param name="Words">Every word.</param>
public sealed partial record LaunchCommand(
    string? Launcher, IReadOnlyList<CommandOption> LaunchOptions,
    string? Script, IReadOnlyList<CommandOption> ScriptOptions, IReadOnlyList<string> Words)
{
    private static readonly string[] _launchers = ["torchrun", "deepspeed", "accelerate", "mpirun"];

    /// <summary>Reads a command. Of several commands in a row the one that launches or runs a script counts. Never throws.</summary>
    public static LaunchCommand Parse(string command)
    {
        var words = ShellWords.Split(command);
        var start = FirstIndex(words, 0, IsLauncher);
        var script = FirstIndex(words, Math.Max(start, 0), IsScript);
        var anchor = start >= 0 ? start : Math.Max(script, 0);
        var end = FirstIndex(words, anchor, IsOperator) is >= 0 and var found ? found : words.Count;
        if (script < 0 || script >= end)
            script = end;
        var launcher = start < 0 ? null
            : words[start].StartsWith("torch.distributed.", StringComparison.Ordinal) ? "torchrun"
            : FileName(words[start]);
        return new LaunchCommand(
            launcher, Options(words.Take(script).Skip(anchor)),
            script < end ? words[script] : null, Options(words.Take(end).Skip(script + 1)), words);
    }

    /// <summary>The value of the launcher's option, or null.</summary>
    public string? LaunchValue(string name) => LaunchOptions.FirstOrDefault(option => option.Name == name)?.Value;

    /// <summary>The script's option of one of these names, or null.</summary>
    public CommandOption? ScriptOption(params IEnumerable<string> names) =>
        ScriptOptions.FirstOrDefault(option => names.Contains(option.Name, StringComparer.Ordinal));

    /// <summary>The environment variables that a command refers to, as $NAME or ${NAME}.</summary>
    public static IReadOnlyList<string> References(string command) =>
        [.. Reference().Matches(ShellWords.WithoutComments(command)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    private static bool IsLauncher(string word) =>
        word is "torch.distributed.run" or "torch.distributed.launch" || _launchers.Contains(FileName(word), StringComparer.Ordinal);

    private static bool IsScript(string word) =>
        word.EndsWith(".py", StringComparison.Ordinal) || word.EndsWith(".sh", StringComparison.Ordinal);

    private static bool IsOperator(string word) => word is ";" or "&" or "&&" or "||" or "|" or "\n";

    private static string FileName(string word) => word[(word.LastIndexOf('/') + 1)..];

    private static int FirstIndex(IReadOnlyList<string> words, int from, Func<string, bool> matches)
    {
        for (var i = from; i < words.Count; i++)
        {
            if (matches(words[i]))
                return i;
        }
        return -1;
    }

    private static List<CommandOption> Options(IEnumerable<string> words)
    {
        var options = new List<CommandOption>();
        string? waiting = null;
        foreach (var word in words)
        {
            if (!word.StartsWith("--", StringComparison.Ordinal) || word.Length == 2)
            {
                if (waiting is not null)
                    options.Add(new CommandOption(waiting, word));
                waiting = null;
                continue;
            }
            if (waiting is not null)
                options.Add(new CommandOption(waiting, null));
            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var name = (equals < 0 ? word[2..] : word[2..equals]).Replace('-', '_');
            waiting = equals < 0 ? name : null;
            if (equals >= 0)
                options.Add(new CommandOption(name, word[(equals + 1)..]));
        }
        if (waiting is not null)
            options.Add(new CommandOption(waiting, null));
        return options;
    }

    [GeneratedRegex(@"\$\{?(?<name>[A-Za-z_][A-Za-z0-9_]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
