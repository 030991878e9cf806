namespace PaiConsole.Web.Shared.Tables;

/// <summary>A filter and an order that somebody has given a name.</summary>
/// <param name="Name">As they call it; unique in their list.</param>
/// <param name="Query">The query of the page's address, beginning with a question mark, or empty.</param>
public sealed record SavedView(string Name, string Query);
