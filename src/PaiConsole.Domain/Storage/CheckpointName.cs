using System.Globalization;
using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Storage;

/// <summary>How far a run was, by the name of what it saved: <c>checkpoint-500</c>, <c>step-500.pt</c>, <c>global_step500</c>, <c>epoch=3-step=500.ckpt</c>.</summary>
/// <param name="Step">Steps done; null where the name has none.</param>
/// <param name="Epoch">Epochs done; null where the name has none.</param>
public sealed partial record CheckpointName(long? Step, long? Epoch)
{
    /// <summary>Reads a folder's name or a file's without its extension; null where it names no checkpoint.</summary>
    public static CheckpointName? Read(string name)
    {
        var (step, epoch) = (Number(StepWord().Match(name)), Number(EpochWord().Match(name)));
        return step is not null || epoch is not null || Named().IsMatch(name) ? new(step, epoch) : null;
    }

    // Numbers, never text: as text, step-9500 comes after step-10000.
    private static long? Number(Match match) => match.Success ? long.Parse(match.Groups["n"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"(^|[-_.=])(checkpoint|ckpt|chkpt|global[-_]?step|steps?|iter(ation)?)[-_=]?(?<n>\d{1,18})($|[-_.=])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex StepWord();

    [GeneratedRegex(@"(^|[-_.=])(epoch|ep)[-_=]?(?<n>\d{1,9})($|[-_.=])", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EpochWord();

    [GeneratedRegex(@"^((checkpoint|ckpt|model)[-_])?(final|last|best)$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Named();
}
