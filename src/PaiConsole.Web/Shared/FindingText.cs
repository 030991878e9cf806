using Microsoft.Extensions.Localization;
using PaiConsole.Domain.Preflight;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Shared;

/// <summary>Says a finding in the reader's language.</summary>
public static class FindingText
{
    /// <summary>The translation under <paramref name="key"/> with <c>{name}</c> filled from the finding, or the engine's own English.</summary>
    public static string Say(IStringLocalizer<StateWords> words, string key, string english, Finding finding)
    {
        var word = words[key];
        if (word.ResourceNotFound)
            return english;
        var text = word.Value;
        foreach (var (name, value) in finding.Args)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        // A translation that asks for a value the rule did not give would show a hole.
        return text.Contains('{', StringComparison.Ordinal) ? english : text;
    }
}
