namespace PaiConsole.Web.Shared.Tables;

/// <summary>The head of a column.</summary>
/// <param name="Key">Word in <c>?sort=</c>; empty when it cannot be sorted by.</param>
/// <param name="Title">Its head, in the reader's language.</param>
/// <param name="Width">CSS width; without one the column shares what is left.</param>
/// <param name="Numeric">Right-aligned; its cells carry the class <c>num</c>.</param>
/// <param name="Roomy">Hidden on narrow screens; its cells carry the class <c>roomy</c>.</param>
public sealed record TableColumn(string Key, string Title, string? Width = null, bool Numeric = false, bool Roomy = false);
