using System.Text.RegularExpressions;
using PaiConsole.Domain.Logs;

namespace PaiConsole.Engine.Logs;

/// <summary>What somebody looks for in a log.</summary>
/// <param name="Text">A text, or a .NET regular expression.</param>
/// <param name="IsPattern">It is an expression.</param>
/// <param name="MatchCase">Large and small letters differ.</param>
public sealed record LogQuery(string Text, bool IsPattern, bool MatchCase)
{
    /// <summary>Longest text.</summary>
    public const int Longest = 500;
    // Long enough for any sane pattern on the longest line, short enough to stop one that would never end.
    private static readonly TimeSpan MostPerLine = TimeSpan.FromMilliseconds(250);

    /// <summary>Lines that speak of a failure.</summary>
    public static LogQuery Trouble { get; } = new(LogTrouble.Pattern, IsPattern: true, MatchCase: true);

    internal Regex ToRegex() => new(
        IsPattern ? Text : Regex.Escape(Text),
        (MatchCase ? RegexOptions.None : RegexOptions.IgnoreCase) | RegexOptions.CultureInvariant | (IsPattern ? RegexOptions.Compiled : RegexOptions.None), MostPerLine);

    /// <summary>What is wrong with the expression, in the words of the parser; null when it can be used.</summary>
    public string? Fault()
    {
        if (Text.Length > Longest)
            return $"More than {Longest} characters.";
        try
        {
            _ = ToRegex();
            return null;
        }
        catch (RegexParseException fault)
        {
            return fault.Message;
        }
    }
}
