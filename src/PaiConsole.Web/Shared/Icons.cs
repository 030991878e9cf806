using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared;

/// <summary>
/// Decorative line icons on a 16-unit grid; the word beside one, or the label of its button, says what it means. Each state
/// has a shape of its own, so that it is told without colour. An icon is one piece of markup made of nothing but what is
/// written here, and every open page shares it: as a component, or as elements, the icons of fifty rows took most of a megabyte.
/// </summary>
public static class Icons
{
    private static readonly ConcurrentDictionary<(string Name, int Size), MarkupString> Drawn = new();

    private static readonly Dictionary<string, string> Paths = new(StringComparer.Ordinal)
    {
        // states
        ["running"] = "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM6.7 5.6v4.8L10.6 8Z",
        ["transition"] = "M13.5 8A5.5 5.5 0 1 1 8 2.5M8 5v3l2 1.5",
        ["succeeded"] = "m3 8.5 3.2 3.2L13 5",
        ["failed"] = "M5.5 2.5h5l3 3v5l-3 3h-5l-3-3v-5ZM6 6l4 4M10 6l-4 4",
        ["stopped"] = "M3.5 3.5h9v9h-9Z",
        ["unknown"] = "M6 6a2 2 0 1 1 2.6 1.9c-.4.2-.6.5-.6.9v.4M8 11.4v.1M8 2.2v.1M13.8 8h-.1M8 13.8v-.1M2.2 8h.1M4 4h.1M12 4h-.1M12 12h-.1M4 12h.1",
        ["attention"] = "M8 2.5 14 13H2ZM8 6.5v3M8 11.2v.1",
        ["info"] = "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 7.3v3.4M8 5.2v.1",
        // kinds and places
        ["overview"] = "M2.5 2.5h4.5v6H2.5ZM9 2.5h4.5v3.5H9ZM9 8h4.5v5.5H9ZM2.5 10.5h4.5v3H2.5Z",
        ["notebook"] = "M4 2.5h8.5v11H4ZM6.5 2.5v11M2.5 5.5H4M2.5 8H4M2.5 10.5H4",
        ["job"] = "M2.5 8h2.2l1.6-4.5 3.2 9L11.2 8h2.3",
        ["service"] = "M8 2 13.5 5v6L8 14l-5.5-3V5ZM2.7 5.1 8 8l5.3-2.9M8 8v6",
        ["idle"] = "M2.5 4.5h11v7h-11ZM6.6 6.5v3M9.4 6.5v3M4.5 11.5v2M7.5 11.5v2M10.5 11.5v2",
        ["activity"] = "M2.5 4h1M6 4h7.5M2.5 8h1M6 8h7.5M2.5 12h1M6 12h7.5",
        ["settings"] = "M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6M10 3v3M6 10v3",
        ["token"] = "M10 2.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM7.4 8.6 2.5 13.5M4.5 11.5 6 13",
        ["gpu"] = "M2.5 4.5h11v7h-11ZM5 7h2.5v2H5ZM10 7v2M4.5 11.5v2M7.5 11.5v2M10.5 11.5v2",
        ["cpu"] = "M4.5 4.5h7v7h-7ZM6.5 2v2.5M9.5 2v2.5M6.5 11.5V14M9.5 11.5V14M2 6.5h2.5M2 9.5h2.5M11.5 6.5H14M11.5 9.5H14",
        // the frame
        ["panel"] = "M2.5 3h11v10h-11ZM6 3v10",
        ["search"] = "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.2 3.2",
        ["bell"] = "M8 2.5c-2.5 0-4 1.8-4 4v2.7L2.8 11.5h10.4L12 9.2V6.5c0-2.2-1.5-4-4-4ZM6.5 13.5h3",
        ["flask"] = "M6.5 2.5h3M7 2.5v4L3.2 12.2c-.4.7 0 1.3.7 1.3h8.2c.7 0 1.1-.6.7-1.3L9 6.5v-4M5 10h6",
        ["cloud"] = "M4.8 12.5a2.8 2.8 0 0 1-.3-5.6 3.6 3.6 0 0 1 7-.3 3 3 0 0 1-.3 5.9Z",
        ["eye"] = "M1.8 8S4 4 8 4s6.2 4 6.2 4S12 12 8 12 1.8 8 1.8 8ZM8 6.2a1.8 1.8 0 1 0 0 3.6 1.8 1.8 0 0 0 0-3.6Z",
        ["lock"] = "M3.5 7h9v6.5h-9ZM5.5 7V5a2.5 2.5 0 0 1 5 0v2",
        ["unlock"] = "M3.5 7h9v6.5h-9ZM5.5 7V5a2.5 2.5 0 0 1 4.8-1",
        ["sun"] = "M8 5.3a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4ZM8 1.5V3M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1",
        ["moon"] = "M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z",
        ["screen"] = "M2 3h12v8H2ZM5.5 13.5h5",
        ["language"] = "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM2.3 8h11.4M8 2c2 1.8 2.6 3.8 2.6 6S10 12.2 8 14c-2-1.8-2.6-3.8-2.6-6S6 3.8 8 2Z",
        ["exit"] = "M9.5 3h-6v10h6M7 8h6.5M11 5.5 13.5 8 11 10.5",
        ["sync"] = "M13 6.5A5.3 5.3 0 0 0 3.6 5M3 9.5A5.3 5.3 0 0 0 12.4 11M3.4 2.5V5H6M12.6 13.5V11H10",
        ["unplug"] = "M2.5 2.5l11 11M6 4.5V2.5M10 6V2.5M4.5 6.5c0 2.5 1.2 4 3.5 4 .6 0 1.1-.1 1.6-.3M11.2 8.2c.2-.5.3-1.1.3-1.7H9.5M8 10.5v3",
        ["compass"] = "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM10.5 5.5 9 9l-3.5 1.5L7 7Z",
        // verbs
        ["start"] = "M4.5 3v10l8-5Z",
        ["stop"] = "M4 4h8v8H4Z",
        ["delete"] = "M2.5 4.5h11M6 4.5v-2h4v2M4 4.5l.7 9h6.6l.7-9M6.7 7v4M9.3 7v4",
        ["restart"] = "M13 8a5 5 0 1 1-1.6-3.7M11.6 1.8v2.7H9",
        ["scale"] = "M9.5 2.5h4v4M6.5 13.5h-4v-4M13.5 2.5 9 7M2.5 13.5 7 9",
        ["clone"] = "M5.5 5.5h8v8h-8ZM3 10.5h-.5v-8h8V3",
        ["plus"] = "M8 3v10M3 8h10",
        ["edit"] = "M3 13h2l7.5-7.5-2-2L3 11ZM9 5l2 2",
        ["close"] = "m4 4 8 8M12 4l-8 8",
        ["copy"] = "M5.5 5.5h8v8h-8ZM3 10.5h-.5v-8h8V3",
        ["download"] = "M8 2.5v7.5M5 7l3 3 3-3M2.5 13.5h11",
        ["external"] = "M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4",
        ["filter"] = "M2 3.5h12M4.5 8h7M6.5 12.5h3",
        ["up"] = "M8 13V3M4 7l4-4 4 4",
        ["down"] = "M8 3v10M4 9l4 4 4-4",
        ["chevron"] = "m6 3.5 4.5 4.5L6 12.5",
        ["clock"] = "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11ZM8 5v3l2 1.5",
        ["wrap"] = "M2.5 4h11M2.5 8h9a2 2 0 0 1 0 4H8M9.5 10.5 8 12l1.5 1.5M2.5 12h3",
        ["tail"] = "M8 2.5v8M5 7.5l3 3 3-3M3 13.5h10",
        ["table"] = "M2.5 3h11v10h-11ZM2.5 6.5h11M6.5 6.5V13",
        ["chart"] = "M2.5 2.5v11h11M5 10l2.5-3 2 2 3.5-4.5",
        ["money"] = "m4 2.5 4 5 4-5M8 7.5v6M5 8.5h6M5 11h6",
        ["person"] = "M8 2.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4ZM2.8 13.5c.4-2.6 2.5-4 5.2-4s4.8 1.4 5.2 4",
        ["timer"] = "M8 4a4.8 4.8 0 1 0 0 9.6A4.8 4.8 0 0 0 8 4ZM8 6.3V9M6.3 1.8h3.4",
    };

    /// <summary>The icon as an <c>svg</c> element of class <c>icon</c>, in the colour of the text around it.</summary>
    /// <param name="name">A name of this list; an unknown one draws nothing, in the same space.</param>
    /// <param name="size">Pixels.</param>
    public static MarkupString Of(string name, int size = 16) =>
        Drawn.GetOrAdd((Paths.ContainsKey(name) ? name : "", size), static key => Draw(Paths.GetValueOrDefault(key.Name, ""), key.Size));

    private static MarkupString Draw(string path, int size) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"""<svg class="icon" width="{size}" height="{size}" viewBox="0 0 16 16" aria-hidden="true"><path d="{path}"/></svg>"""));
}
