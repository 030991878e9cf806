namespace PaiConsole.Domain.Jobs.Resumption;

/// <summary>The command of a run that goes on: names the checkpoint, so that no trainer has to guess which one is whole.</summary>
public static class ResumeCommand
{
    /// <summary>Variable with the folder of the checkpoint, for scripts that have no option for it.</summary>
    public const string Variable = "PAICONSOLE_RESUME_FROM";

    private static readonly string[] _options = ["resume_from_checkpoint", "resume_from", "resume", "resume_path", "load_checkpoint"];
    // Switches of Megatron and of others that take no path.
    private static readonly string[] _words = ["true", "false", "auto", "latest", "last"];

    /// <summary>Options of the command that decide whether it goes on from a checkpoint; null where it has none.</summary>
    public static string? OptionOf(string command) => LaunchCommand.Parse(command).ScriptOption(_options)?.Name;

    /// <summary>
    /// The command with its own option for it set to this checkpoint. A command without such an option is left as it is: nobody
    /// knows whether its script would take one.
    /// </summary>
    /// <param name="command">As it was sent before.</param>
    /// <param name="path">Folder of the checkpoint in the container; null to begin at 0.</param>
    public static string From(string command, string? path)
    {
        if (LaunchCommand.Parse(command).ScriptOption(_options) is not { } option)
            return command;
        if (path is null)
            // Told to go on from a checkpoint that is not there, many trainers fail; a path that a person gave is theirs.
            return option.Value is { } given && !_words.Contains(given, StringComparer.OrdinalIgnoreCase) ? command : CommandEdit.Drop(command, option.Name);
        // A bare --resume is a switch: its script would choke on a value.
        return option.Value is null && option.Name != "resume_from_checkpoint" ? command : CommandEdit.Set(command, option.Name, ShellWords.Quote(path), ofLauncher: false);
    }
}
