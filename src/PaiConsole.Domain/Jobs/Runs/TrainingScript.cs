using System.Globalization;
using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Jobs.Runs;

/// <summary>An argument that a script declares with <c>add_argument</c>.</summary>
/// <param name="Name">Without dashes, inner dashes as underscores.</param>
/// <param name="IsSwitch">store_true or store_false: it takes no value.</param>
/// <param name="IsRequired">The script exits without it.</param>
/// <param name="Default">A number that is taken where the command gives none, as it is written; null where there is none.</param>
public sealed record ScriptArgument(string Name, bool IsSwitch, bool IsRequired, string? Default);

/// <summary>
/// What can be read in the text of a Python script by its words alone. It is never run; what is computed or imported from
/// elsewhere is not seen, so a thing that is not found is not known to be absent.
/// </summary>
public sealed partial class TrainingScript
{
    /// <summary>Longer texts are not read.</summary>
    public const int Longest = 256 * 1024;

    private const int LongestCall = 4000;

    private readonly string[] _lines;

    /// <summary>Reads a text; comments are left out.</summary>
    public TrainingScript(string text)
    {
        var all = text.Length > Longest ? text[..Longest] : text;
        _lines = [.. all.Split('\n').Select(WithoutComment)];
        var code = string.Join('\n', _lines);
        Arguments = [.. Declared(code)];
        IsClosed = Arguments.Count > 0 && code.Contains("parse_args(", StringComparison.Ordinal)
            && !code.Contains("parse_known_args", StringComparison.Ordinal) && !code.Contains("HfArgumentParser", StringComparison.Ordinal);
        SaveSteps = Steps().Match(code) is { Success: true } match && long.TryParse(match.Groups["n"].Value, CultureInfo.InvariantCulture, out var steps) ? steps : null;
    }

    /// <summary>What it declares.</summary>
    public IReadOnlyList<ScriptArgument> Arguments { get; }

    /// <summary>It declares arguments and refuses every other one.</summary>
    public bool IsClosed { get; }

    /// <summary>Steps between checkpoints that are written in the script itself, or null.</summary>
    public long? SaveSteps { get; }

    /// <summary>It takes its arguments from Transformers' TrainingArguments.</summary>
    public bool UsesHfArguments => Line("HfArgumentParser") is not null;

    /// <summary>The first line that holds one of the words, as "line 12: text", or null.</summary>
    public string? Line(params IEnumerable<string> words)
    {
        var wanted = words.ToList();
        for (var i = 0; i < _lines.Length; i++)
        {
            if (wanted.Any(word => _lines[i].Contains(word, StringComparison.Ordinal)))
                return string.Create(CultureInfo.InvariantCulture, $"line {i + 1}: {Short(_lines[i].Trim())}");
        }
        return null;
    }

    /// <summary>The first line that a glob of checkpoints is sorted by their names in, or null.</summary>
    public string? TextSort => _lines.Select((line, index) => (line, index)).Where(entry => Sorted().IsMatch(entry.line) && !entry.line.Contains("key=", StringComparison.Ordinal))
        .Select(entry => string.Create(CultureInfo.InvariantCulture, $"line {entry.index + 1}: {Short(entry.line.Trim())}")).FirstOrDefault();

    private static IEnumerable<ScriptArgument> Declared(string code)
    {
        foreach (Match call in Call().Matches(code))
        {
            var body = code[(call.Index + call.Length)..Closing(code, call.Index + call.Length)];
            foreach (Match name in Flag().Matches(body.Split("help", 2)[0]))
                yield return new ScriptArgument(
                    name.Groups["name"].Value.Replace('-', '_'),
                    body.Contains("store_true", StringComparison.Ordinal) || body.Contains("store_false", StringComparison.Ordinal) || body.Contains("BooleanOptionalAction", StringComparison.Ordinal),
                    Required().IsMatch(body),
                    Default().Match(body) is { Success: true } given ? given.Groups["n"].Value : null);
        }
    }

    // The bracket that closes the call, or where no declaration is that long; brackets inside texts are rare in declarations and only make the body longer.
    private static int Closing(string code, int from)
    {
        var depth = 1;
        var end = Math.Min(code.Length, from + LongestCall);
        for (var i = from; i < end; i++)
        {
            depth += code[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }
        return end;
    }

    private static string WithoutComment(string line) => Comment().Match(line) is { Success: true } match ? line[..match.Index] : line.TrimEnd('\r');

    private static string Short(string line) => line.Length <= 120 ? line : line[..120] + "…";

    [GeneratedRegex(@"\.add_argument\(", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();

    [GeneratedRegex(@"[""']--(?<name>[A-Za-z][\w-]{0,100})[""']", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Flag();

    [GeneratedRegex(@"default\s{0,9}=\s{0,9}(?<n>\d{1,9})(?![\w.])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Default();

    [GeneratedRegex(@"required\s{0,9}=\s{0,9}True", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Required();

    [GeneratedRegex(@"save_steps\s{0,9}=\s{0,9}(?<n>\d{1,9})|step\w{0,30}\s{0,9}%\s{0,9}(?<n>\d{1,9})\s{0,9}==\s{0,9}0", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();

    [GeneratedRegex(@"(sorted\(\s{0,9}(glob|os\.listdir)|\.sort\(\s{0,9}\))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sorted();

    [GeneratedRegex(@"(^|\s)#.*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comment();
}
