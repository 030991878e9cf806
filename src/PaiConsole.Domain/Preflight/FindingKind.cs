using System.Globalization;
using System.Text;

namespace PaiConsole.Domain.Preflight;

/// <summary>
/// What a check can conclude, written once: its texts are templates with {named} holes, so that a page can put the same
/// values into the text of another language by <see cref="Rule"/>.
/// </summary>
/// <param name="Rule">Stable id in kebab case.</param>
/// <param name="Severity">Errors block.</param>
/// <param name="Message">One plain English sentence with holes.</param>
/// <param name="Fix">What to do, with holes, or null where nothing need be done.</param>
public sealed record FindingKind(string Rule, Severity Severity, string Message, string? Fix = null)
{
    /// <summary>A finding of this kind.</summary>
    /// <param name="field">The field it stands at, or null for the whole.</param>
    /// <param name="evidence">What it was concluded from.</param>
    /// <param name="args">The values of the holes.</param>
    public Finding At(string? field, string? evidence, params IEnumerable<(string Name, object? Value)> args)
    {
        var values = args.ToDictionary(
            arg => arg.Name, arg => Convert.ToString(arg.Value, CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal);
        return new Finding(Rule, Severity, Fill(Message, values), evidence, Fix is null ? null : Fill(Fix, values), field) { Args = values };
    }

    /// <summary>Puts values into the holes of a template. A value is never read for holes itself; a hole without value stays.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var text = new StringBuilder(template.Length);
        var at = 0;
        while (template.IndexOf('{', at) is >= 0 and var open && template.IndexOf('}', open) is >= 0 and var close)
        {
            text.Append(template, at, open - at);
            text.Append(values.TryGetValue(template[(open + 1)..close], out var value) ? value : template[open..(close + 1)]);
            at = close + 1;
        }
        return text.Append(template, at, template.Length - at).ToString();
    }
}
