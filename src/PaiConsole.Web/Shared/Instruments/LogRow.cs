using PaiConsole.Domain.Logs;
using PaiConsole.Engine.Logs;

namespace PaiConsole.Web.Shared.Instruments;

/// <summary>A log line on its way to the browser.</summary>
/// <param name="Key">Its place: the number of the line, or of the match when only matches are shown.</param>
/// <param name="Number">The number of the line.</param>
/// <param name="Stamp">Characters at its beginning that are a time.</param>
/// <param name="Runs">Text, CSS classes, colour and ground of each stretch; colours as in <see cref="LogStyle"/>.</param>
/// <param name="Matches">Start and length of what was looked for; null when there is nothing to mark.</param>
/// <param name="Trouble">It speaks of a failure.</param>
/// <param name="Cut">So many characters more are not shown.</param>
public sealed record LogRow(long Key, long Number, int Stamp, IReadOnlyList<object[]> Runs, IReadOnlyList<int[]>? Matches, bool Trouble, int Cut)
{
    /// <summary>A longer line is cut: no screen shows it, and it must not weigh down the others.</summary>
    private const int LongestShown = 4_000;

    /// <summary>Reads a raw line for the screen.</summary>
    public static LogRow Of(long key, long number, string raw, LogSearch? search)
    {
        var line = LogText.Read(raw);
        var (runs, left) = (new List<object[]>(line.Runs.Count), LongestShown);
        foreach (var run in line.Runs.TakeWhile(_ => left > 0))
        {
            var text = run.Text.Length > left ? run.Text[..left] : run.Text;
            left -= text.Length;
            runs.Add([text, Classes(run.Style), run.Style.Ink, run.Style.Ground]);
        }
        var cut = Math.Max(0, line.Text.Length - LongestShown);
        var matches = search?.In(line.Text).Where(place => place.Start + place.Length <= LongestShown).Select(place => new[] { place.Start, place.Length }).ToList();
        return new LogRow(key, number, line.Stamp, runs, matches is { Count: > 0 } ? matches : null, LogTrouble.IsIn(line.Text), cut);
    }

    private static string Classes(LogStyle style) => style is { Bold: false, Dim: false, Italic: false, Underlined: false, IsMark: false }
        ? ""
        : string.Join(' ', new[]
        {
            style.Bold ? "bold" : null, style.Dim ? "dim" : null, style.Italic ? "italic" : null, style.Underlined ? "underlined" : null, style.IsMark ? "mark" : null,
        }.OfType<string>());
}
