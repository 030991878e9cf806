using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Logs;

/// <summary>
/// Reads a raw log line as a terminal would, without doing anything a terminal does: colours become looks, other sequences go,
/// a carriage return begins the line anew (so that of a progress bar the last state is left), and what could act on the reader
/// - control characters, marks that turn the direction of text - becomes a visible sign.
/// </summary>
public sealed partial class LogText
{
    private const char Escape = '\u001b';
    private const char Bell = '\a';

    private readonly string _raw;
    private readonly List<LogRun> _runs = [];
    private readonly StringBuilder _text = new();
    private LogStyle _style = LogStyle.Plain;
    private int _at;

    private LogText(string raw) => _raw = raw;

    /// <summary>The line as it is shown.</summary>
    public static LogLine Read(string raw)
    {
        var stamp = StampLength(raw);
        if (IsQuiet(raw))
            return new LogLine(raw, stamp, raw.Length == 0 ? [] : [new LogRun(raw, LogStyle.Plain)]);
        var reader = new LogText(raw);
        reader.ReadAll(stamp);
        return new LogLine(string.Concat(reader._runs.Select(run => run.Text)), stamp, reader._runs);
    }

    /// <summary>The text of the line alone, as a search wants it.</summary>
    public static string PlainOf(string raw)
    {
        if (IsQuiet(raw))
            return raw;
        var reader = new LogText(raw);
        reader.ReadAll(raw.Contains('\r', StringComparison.Ordinal) ? StampLength(raw) : 0);
        return reader._runs is [var only] ? only.Text : string.Concat(reader._runs.Select(run => run.Text));
    }

    private static int StampLength(string raw) => Stamp().Match(raw) is { Success: true } match ? match.Length : 0;

    private static bool IsQuiet(string raw)
    {
        foreach (var sign in raw)
        {
            if (sign != '\t' && (char.IsControl(sign) || TurnsText(sign)))
                return false;
        }
        return true;
    }

    private void ReadAll(int stamp)
    {
        var end = _raw.AsSpan().TrimEnd('\r').Length;
        while (_at < end)
        {
            var sign = _raw[_at++];
            if (_at == stamp + 1)
                Flush(); // what stays when the line begins anew is a run of its own
            if (sign == '\r')
                BeginAnew(stamp);
            else if (sign == Escape)
                Sequence();
            else if (sign == '\t' || !(char.IsControl(sign) || TurnsText(sign)))
                _text.Append(sign);
            else
                Mark(sign);
        }
        Flush();
    }

    private void BeginAnew(int stamp)
    {
        Flush();
        var kept = 0;
        var length = 0;
        while (kept < _runs.Count && length + _runs[kept].Text.Length <= stamp)
            length += _runs[kept++].Text.Length;
        _runs.RemoveRange(kept, _runs.Count - kept);
    }

    private void Sequence()
    {
        if (_at >= _raw.Length)
        {
            Mark(Escape);
            return;
        }
        switch (_raw[_at++])
        {
            case '[':
                Control();
                break;
            case ']' or 'P' or 'X' or '^' or '_':
                SkipString();
                break;
            case >= ' ' and <= '/': // a designation of two or more characters
                _at = Math.Min(_raw.Length, _at + 1);
                break;
        }
    }

    // CSI: parameters, then one letter. Only SGR (m) has a look; all others move a cursor that is not there.
    private void Control()
    {
        var from = _at;
        while (_at < _raw.Length && _raw[_at] is >= ' ' and <= '?')
            _at++;
        if (_at >= _raw.Length)
            return;
        if (_raw[_at++] != 'm')
            return;
        var parameters = _raw.AsSpan(from, _at - 1 - from);
        Flush();
        _style = SgrParameters.Apply(_style, parameters);
    }

    // OSC and its like: up to BEL or ST; without an end, to the end of the line.
    private void SkipString()
    {
        while (_at < _raw.Length)
        {
            var sign = _raw[_at++];
            if (sign == Bell)
                return;
            if (sign == Escape && _at < _raw.Length && _raw[_at] == '\\')
            {
                _at++;
                return;
            }
        }
    }

    private void Mark(char sign)
    {
        Flush();
        var text = sign switch
        {
            < ' ' => $"^{(char)(sign + '@')}",
            '\u007f' => "^?",
            _ => string.Create(CultureInfo.InvariantCulture, $"‹U+{(int)sign:X4}›"),
        };
        _runs.Add(new LogRun(text, _style with { IsMark = true }));
    }

    private void Flush()
    {
        if (_text.Length == 0)
            return;
        _runs.Add(new LogRun(_text.ToString(), _style));
        _text.Clear();
    }

    // Marks, embeddings, overrides and isolates of direction, and the separators that would break the line.
    private static bool TurnsText(char sign) =>
        sign is '\u061c' or '\u200e' or '\u200f' or '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    [GeneratedRegex(@"^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?[ \t]?", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}
