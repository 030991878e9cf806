using System.Globalization;
using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Jobs.Comparing;

/// <summary>Reads the loss from the lines of a training log.</summary>
public static partial class LoggedLoss
{
    /// <summary>The newest training loss, such as <c>loss 0.8123</c>, <c>loss=0.8123</c> or <c>{'loss': 0.8123}</c>; null for none. An evaluation's loss is another figure and is passed over.</summary>
    /// <param name="lines">Lines, oldest first.</param>
    public static double? Last(IReadOnlyList<string> lines)
    {
        for (var index = lines.Count - 1; index >= 0; index--)
        {
            if (Loss().Match(lines[index]) is { Success: true } match
                && double.TryParse(match.Groups["n"].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var loss) && double.IsFinite(loss))
                return loss;
        }
        return null;
    }

    [GeneratedRegex(@"(?<![\w])(train[_ /])?loss[""']?\s*[:= ]\s*(?<n>-?\d{1,12}(\.\d{1,20})?([eE][-+]?\d{1,3})?)(?![\w.])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Loss();
}
