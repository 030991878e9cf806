using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Notebooks.Guide;

/// <summary>One chapter of the guide: a heading, its paragraphs, and a command to copy.</summary>
public sealed partial class GuideTopic
{
    private const int MostLines = 9;

    /// <summary>Key of its words, and its anchor in the page.</summary>
    [Parameter, EditorRequired] public string Key { get; set; } = "";
    /// <summary>A name in <see cref="Shared.Icons"/>.</summary>
    [Parameter] public string Icon { get; set; } = "info";
    /// <summary>What to type, the same in every language.</summary>
    [Parameter] public string? Code { get; set; }
    /// <summary>What follows the paragraphs.</summary>
    [Parameter] public RenderFragment? ChildContent { get; set; }

    // Paragraphs are numbered from 1 and end where there is none.
    private IEnumerable<string> Lines => Enumerable.Range(1, MostLines)
        .Select(number => G[$"{Key}.{number}"]).TakeWhile(word => !word.ResourceNotFound).Select(word => word.Value);
}
