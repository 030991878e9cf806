using System.Globalization;
using System.Text;

namespace PaiConsole.Domain.Jobs.Estimators;

/// <summary>
/// Reads the keyword arguments of a Python call whose values are plain: texts, numbers, True, False, None, lists, dictionaries.
/// A text becomes <see cref="string"/>, a number <see cref="decimal"/> or, past that, the text itself; nothing is computed.
/// </summary>
internal sealed class PythonLiterals
{
    private const int MostDepth = 8;

    private readonly string _text;
    private int _at;

    /// <summary>Begins behind the opening bracket of the call.</summary>
    public PythonLiterals(string text, int at) => (_text, _at) = (text, at);

    /// <summary>A number as it is written.</summary>
    public sealed record Number(string Text);

    /// <summary>Line of the position, from 1.</summary>
    public int Line => _text.AsSpan(0, Math.Min(_at, _text.Length)).Count('\n') + 1;

    /// <summary>The arguments in order.</summary>
    /// <exception cref="FormatException">The message is the part that is not plain.</exception>
    public IReadOnlyList<(string Name, object? Value, int Line)> Arguments()
    {
        var arguments = new List<(string, object?, int)>();
        while (!Take(')'))
        {
            var line = Line;
            var name = Word();
            Demand('=');
            arguments.Add((name, Value(0), line));
            if (!Take(','))
            {
                Demand(')');
                break;
            }
        }
        return arguments;
    }

    private object? Value(int depth)
    {
        Skip();
        if (depth > MostDepth || _at >= _text.Length)
            throw Fault();
        var mark = _text[_at];
        if (mark is '"' or '\'')
            return Texts();
        if (mark == '{')
            return Dictionary(depth);
        if (mark is '[' or '(')
            return List(depth);
        if (char.IsAsciiDigit(mark) || mark is '-' or '.')
            return new Number(NumberText());
        return Word() switch { "True" => true, "False" => false, "None" => null, var other => throw new FormatException(other) };
    }

    private List<KeyValuePair<string, object?>> Dictionary(int depth)
    {
        var entries = new List<KeyValuePair<string, object?>>();
        Demand('{');
        while (!Take('}'))
        {
            Skip();
            if (_at >= _text.Length || _text[_at] is not ('"' or '\''))
                throw Fault();
            var key = Texts();
            Demand(':');
            entries.Add(new(key, Value(depth + 1)));
            if (!Take(','))
            {
                Demand('}');
                break;
            }
        }
        return entries;
    }

    private List<object?> List(int depth)
    {
        var close = _text[_at++] == '[' ? ']' : ')';
        var items = new List<object?>();
        while (!Take(close))
        {
            items.Add(Value(depth + 1));
            if (!Take(','))
            {
                Demand(close);
                break;
            }
        }
        return items;
    }

    // Texts side by side are one text.
    private string Texts()
    {
        var text = new StringBuilder();
        while (_at < _text.Length && _text[_at] is '"' or '\'')
        {
            One(text);
            Skip();
        }
        return text.ToString();
    }

    private void One(StringBuilder text)
    {
        var quote = _text[_at].ToString();
        if (_text.AsSpan(_at).StartsWith(quote + quote + quote, StringComparison.Ordinal))
            quote = quote + quote + quote;
        _at += quote.Length;
        while (_at < _text.Length && !_text.AsSpan(_at).StartsWith(quote, StringComparison.Ordinal))
        {
            var mark = _text[_at++];
            if (mark == '\\' && _at < _text.Length)
            {
                mark = _text[_at++];
                if (mark is '\n')
                    continue;
                mark = mark switch { 'n' => '\n', 't' => '\t', _ => mark };
            }
            else if (mark == '\n' && quote.Length == 1)
            {
                throw new FormatException("an unclosed text");
            }
            text.Append(mark);
        }
        if (_at >= _text.Length)
            throw new FormatException("an unclosed text");
        _at += quote.Length;
    }

    private string NumberText()
    {
        var from = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '.' or '_' or '-' or '+'))
            _at++;
        var text = _text[from.._at].Replace("_", "", StringComparison.Ordinal);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? text : throw new FormatException(text);
    }

    private string Word()
    {
        Skip();
        var from = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '_' or '.'))
            _at++;
        return _at > from ? _text[from.._at] : throw Fault();
    }

    private bool Take(char mark)
    {
        Skip();
        if (_at >= _text.Length || _text[_at] != mark)
            return false;
        _at++;
        return true;
    }

    private void Demand(char mark)
    {
        if (!Take(mark))
            throw Fault();
    }

    private void Skip()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] is '#' or '\\'))
        {
            if (_text[_at] == '#')
            {
                while (_at < _text.Length && _text[_at] != '\n')
                    _at++;
            }
            else
            {
                _at++;
            }
        }
    }

    private FormatException Fault() => new(_at >= _text.Length ? "the end of the text" : _text[_at..Math.Min(_text.Length, _at + 20)].Split('\n')[0].Trim());
}
