namespace PaiConsole.Domain.Logs;

/// <summary>How a stretch of a log line was asked to look (ECMA-48 SGR).</summary>
/// <param name="Ink">Colour of the text: -1 the usual one, 0 to 255 the palette of terminals, from <see cref="TrueColour"/> on an RGB value.</param>
/// <param name="Ground">Colour behind it, likewise.</param>
/// <param name="Bold">SGR 1.</param>
/// <param name="Dim">SGR 2.</param>
/// <param name="Italic">SGR 3.</param>
/// <param name="Underlined">SGR 4.</param>
/// <param name="IsMark">Not text of the log: it stands for a character that must not act, such as NUL.</param>
public readonly record struct LogStyle(
    int Ink = LogStyle.Usual, int Ground = LogStyle.Usual, bool Bold = false, bool Dim = false, bool Italic = false, bool Underlined = false, bool IsMark = false)
{
    /// <summary>No colour of its own.</summary>
    public const int Usual = -1;
    /// <summary>Added to an RGB value.</summary>
    public const int TrueColour = 0x1000000;
    /// <summary>As lines begin.</summary>
    public static readonly LogStyle Plain = new(Usual);
}

/// <summary>A stretch of a line that looks the same throughout.</summary>
/// <param name="Text">Harmless: no control characters but tabs, and nothing that turns the direction of text.</param>
/// <param name="Style">How it looks.</param>
public readonly record struct LogRun(string Text, LogStyle Style);

/// <summary>A log line as it is shown.</summary>
/// <param name="Text">The text of all runs.</param>
/// <param name="Stamp">How many characters at the beginning are the time at which it was written, 0 where it carries none.</param>
/// <param name="Runs">Its text with its looks.</param>
public sealed record LogLine(string Text, int Stamp, IReadOnlyList<LogRun> Runs);
