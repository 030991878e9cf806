using Microsoft.AspNetCore.Components;

namespace PaiConsole.Web.Shared.Details;

/// <summary>A tab.</summary>
/// <param name="Key">Word in <c>?tab=</c>.</param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Count">How many things are behind it, where that is known.</param>
public sealed record Tab(string Key, string Title, int? Count = null);

/// <summary>Sections of a page; which one is open stands in the address.</summary>
public sealed partial class Tabs
{
    /// <summary>The tabs; the first one is open when the address names none.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<Tab> Items { get; set; } = [];
    /// <summary>Key of the open one.</summary>
    [Parameter, EditorRequired] public string Active { get; set; } = "";

    [Inject] private NavigationManager Navigation { get; set; } = default!;

    private string Href(string key) => Navigation.GetUriWithQueryParameter("tab", key == Items[0].Key ? null : key);
}
