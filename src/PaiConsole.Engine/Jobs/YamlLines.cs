using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaiConsole.Engine.Jobs;

/// <summary>Writes YAML that reads back as it was: plain where a text cannot be taken for anything else, quoted otherwise, and commands as blocks.</summary>
internal sealed partial class YamlLines
{
    private static readonly JsonSerializerOptions _quoting = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly StringBuilder _text = new();

    public void Text(string key, string value)
    {
        if (!IsBlock(value))
        {
            _text.Append(key).Append(": ").Append(Scalar(value)).Append('\n');
            return;
        }
        _text.Append(key).Append(": |-\n");
        foreach (var line in value.Split('\n'))
            _text.Append(line.Length > 0 ? "  " : "").Append(line).Append('\n');
    }

    public void Optional(string key, string? value)
    {
        if (value is not null)
            Text(key, value);
    }

    public void Number(string key, long? value)
    {
        if (value is { } number)
            _text.Append(key).Append(": ").Append(number.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    public void Map(string key, IEnumerable<(string Key, string? Value)> entries)
    {
        var given = entries.Where(entry => entry.Value is not null).ToList();
        if (given.Count == 0)
            return;
        _text.Append(key).Append(":\n");
        foreach (var (name, value) in given)
            _text.Append("  ").Append(Scalar(name)).Append(": ").Append(Scalar(value!)).Append('\n');
    }

    public void List<T>(string key, IReadOnlyList<T> items, Action<T, YamlLines> write)
    {
        _text.Append(key).Append(items.Count == 0 ? ": []\n" : ":\n");
        foreach (var item in items)
        {
            var lines = new YamlLines();
            write(item, lines);
            _text.Append("  - ").Append(lines.ToString().TrimEnd('\n').Replace("\n", "\n    ", StringComparison.Ordinal)).Append('\n');
        }
    }

    public override string ToString() => _text.ToString();

    // A block keeps neither trailing blanks at its end nor a first line that is indented, and no control characters.
    private static bool IsBlock(string value) => value.Contains('\n', StringComparison.Ordinal)
        && !value.EndsWith('\n') && value[0] is not (' ' or '\n' or '\t') && value.All(mark => mark is '\n' || !char.IsControl(mark) && mark is not ('\u2028' or '\u2029' or '\ufeff' or '\u0085'))
        && value.Split('\n').All(line => line.Length == 0 || line.Trim().Length > 0);

    private static string Scalar(string value) => Plain().IsMatch(value) && value is not ("null" or "Null" or "NULL")
        ? value
        : JsonSerializer.Serialize(value, _quoting);

    [GeneratedRegex(@"\A[A-Za-z0-9/][A-Za-z0-9_./-]*(://[A-Za-z0-9_./-]+)?(:[A-Za-z0-9][A-Za-z0-9_.-]*)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
