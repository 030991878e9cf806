using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using PaiConsole.Domain.Preflight;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Shared;

/// <summary>Says a finding in the reader's language.</summary>
public static partial class FindingText
{
    /// <summary>The translation under <paramref name="key"/> with <c>{name}</c> filled from the finding, or the engine's own English.</summary>
    public static string Say(IStringLocalizer<StateWords> words, string key, string english, Finding finding)
    {
        var word = words[key];
        if (word.ResourceNotFound)
            return english;
        // A translation that asks for a value the rule did not give would show a hole; a value may have braces of its own.
        return Hole().Matches(word.Value).All(hole => finding.Args.ContainsKey(hole.Groups["name"].Value)) ? FindingKind.Fill(word.Value, finding.Args) : english;
    }

    [GeneratedRegex(@"\{(?<name>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hole();
}
