using Microsoft.AspNetCore.Components;
using PaiConsole.Domain;

namespace PaiConsole.Web.Shared;

/// <summary>A status as shape, word and age: "Running · 3 h".</summary>
public sealed partial class StatusChip
{
    /// <summary>Decides colour and shape.</summary>
    [Parameter, EditorRequired] public Phase Phase { get; set; }
    /// <summary>The cloud's own word; a word without a translation is shown as it is.</summary>
    [Parameter, EditorRequired] public string Word { get; set; } = "";
    /// <summary>When this status began, or null where the cloud does not say.</summary>
    [Parameter] public DateTimeOffset? At { get; set; }
    /// <summary>The cloud's reason, shown on hover.</summary>
    [Parameter] public string? Reason { get; set; }

    [CascadingParameter] private Now? Now { get; set; }

    private (string Age, string Stamp)? Since => At is { } at && Now is { } now ? (L.Age(at, now.At), RelativeTime.Stamp(at)) : null;

    private string Text => Word.Length == 0 ? L["Unknown"].Value : StateText.Status(S, Word);

    private string Hint => string.IsNullOrEmpty(Reason) ? Word : $"{Word}: {Reason}";
}
