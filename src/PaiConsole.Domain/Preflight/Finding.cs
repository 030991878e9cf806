namespace PaiConsole.Domain.Preflight;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing: an assumption that was made.</summary>
    Info,
    /// <summary>Probably not what was meant.</summary>
    Warning,
    /// <summary>Blocks.</summary>
    Error,
}

/// <summary>One conclusion of a check about something a person is about to send.</summary>
/// <param name="Rule">Stable id in kebab case, such as <c>sku-from-limits</c>.</param>
/// <param name="Severity">Errors block.</param>
/// <param name="Message">One plain English sentence.</param>
/// <param name="Evidence">What it was concluded from: the arithmetic, the line, the value.</param>
/// <param name="Fix">What to do, or null where nothing need be done.</param>
/// <param name="Field">The field it stands at, such as <c>roles[0].sku</c>, or null for the whole.</param>
public sealed record Finding(
    string Rule, Severity Severity, string Message, string? Evidence = null, string? Fix = null, string? Field = null)
{
    /// <summary>The values in the message by name, so that it can be said in another language.</summary>
    public IReadOnlyDictionary<string, string> Args { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
