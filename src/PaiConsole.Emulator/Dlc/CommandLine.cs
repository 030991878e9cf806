using System.Globalization;
using System.Text.RegularExpressions;

namespace PaiConsole.Emulator.Dlc;

/// <summary>
/// The options of a job's command, as a training script would read them: <c>--name value</c>, <c>--name=value</c> or a bare <c>--name</c>, with hyphens and
/// underscores alike, the last one winning, <c>$NAME</c> and <c>${NAME}</c> taken from the job's variables.
/// </summary>
internal sealed partial class CommandLine
{
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    public CommandLine(string command, IReadOnlyDictionary<string, string> variables)
    {
        var words = Word().Matches(command).Select(m => Expand(m.Value.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal), variables)).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal) || words[i].Length == 2)
                continue;
            var equals = words[i].IndexOf('=', StringComparison.Ordinal);
            Last = equals < 0 ? words[i] : words[i][..equals];
            var name = Last[2..].Replace('-', '_');
            _options[name] = equals >= 0 ? words[i][(equals + 1)..]
                : i + 1 < words.Length && !words[i + 1].StartsWith("--", StringComparison.Ordinal) && !Separator().IsMatch(words[i + 1]) ? words[i + 1]
                : "";
        }
    }

    /// <summary>The option that came last, as it was written; null where there is none.</summary>
    public string? Last { get; }

    /// <summary>Value of the first of these options that is there; empty for a bare one, null where none is.</summary>
    public string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_options.TryGetValue(name, out var value))
                return value;
        return null;
    }

    /// <summary>As <see cref="Text"/>, where it is a whole number of at least 1.</summary>
    public long? Count(params ReadOnlySpan<string> names) =>
        long.TryParse(Text(names), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < int.MaxValue ? number : null;

    /// <summary>True where an option is there and not switched off.</summary>
    public bool Has(params ReadOnlySpan<string> names) => Text(names) is { } value && value.ToUpperInvariant() is not ("FALSE" or "NO" or "0" or "NONE" or "NEVER" or "OFF");

    private static string Expand(string word, IReadOnlyDictionary<string, string> variables) =>
        Variable().Replace(word, m => variables.TryGetValue(m.Groups["name"].Value, out var value) ? value : m.Value);

    [GeneratedRegex("""(?:"[^"]*"|'[^']*'|[^\s"'])+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("^(&&|;|\\||\\|\\||&|>|>>|2>&1)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separator();

    [GeneratedRegex(@"\$\{?(?<name>[A-Za-z_][A-Za-z0-9_]*)\}?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Variable();
}
