namespace PaiConsole.Domain.Preflight;

/// <summary>Environment variables as people type them: one NAME=value a line.</summary>
public static class EnvText
{
    /// <summary>A name that stands on two lines: the later value would win, and nobody would see it.</summary>
    public static FindingKind NameTwice { get; } = new(
        "env-twice", Severity.Error, "{name} is given twice, as {first} and as {second}.", "Keep one of the two lines.");

    /// <summary>A line that is only a name: whoever wrote it meant something else than an empty value.</summary>
    public static FindingKind NoValue { get; } = new(
        "env-no-value", Severity.Error, "{name} has no value.", "Write {name}=value, or {name}= where it shall be empty.");

    /// <summary>The variables; of two lines with the same name the later one counts.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        var env = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Lines(text))
            env[name] = value;
        return env;
    }

    /// <summary>What a dictionary cannot tell any more.</summary>
    public static IEnumerable<Finding> Check(string text) => Lines(text)
        .GroupBy(line => line.Name, StringComparer.Ordinal)
        .Where(lines => lines.Count() > 1)
        .Select(lines => NameTwice.At(
            $"env.{lines.Key}", null, ("name", lines.Key), ("first", lines.First().Value), ("second", lines.Last().Value)))
        .Concat(Split(text).Where(line => !line.Contains('=')).Select(line => NoValue.At($"env.{line}", null, ("name", line))));

    // A line without "=" is taken as a name, so that the checks can say what is wrong with it.
    private static IEnumerable<(string Name, string Value)> Lines(string text) => Split(text)
        .Select(line => line.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (line[..at], line[(at + 1)..]) : (line, ""));

    private static string[] Split(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
