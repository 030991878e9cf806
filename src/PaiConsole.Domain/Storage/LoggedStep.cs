using System.Globalization;
using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Storage;

/// <summary>Reads how far a run is from the lines of its log.</summary>
public static partial class LoggedStep
{
    /// <summary>The step that the newest line tells of, such as <c>step 1200/5000</c>, <c>global_step=1200</c> or a progress bar's <c>1200/5000 [</c>; null for none.</summary>
    /// <param name="lines">Lines, oldest first.</param>
    public static long? Last(IReadOnlyList<string> lines)
    {
        for (var index = lines.Count - 1; index >= 0; index--)
        {
            // Lines about a checkpoint name the step that was saved, which need not be where the run is.
            if (lines[index].Contains("checkpoint", StringComparison.OrdinalIgnoreCase))
                continue;
            var match = Words().Match(lines[index]) is { Success: true } worded ? worded : Bar().Match(lines[index]);
            if (match.Success)
                return long.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return null;
    }

    [GeneratedRegex(@"\b(global[_ ]?step|step|iteration|iter)[""']?\s*[:= ]\s*\[?\s*(?<n>\d{1,15})\b", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Words();

    [GeneratedRegex(@"\|\s*(?<n>\d{1,15})/\d{1,15}\s*\[", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bar();
}
