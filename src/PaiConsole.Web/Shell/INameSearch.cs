namespace PaiConsole.Web.Shell;

/// <summary>Something the palette can go to.</summary>
/// <param name="Kind"><c>notebook</c>, <c>job</c> or <c>service</c>.</param>
/// <param name="Name">Shown first.</param>
/// <param name="Id">Shown small, in monospace.</param>
/// <param name="Href">Its page.</param>
public sealed record Hit(string Kind, string Name, string Id, string Href);

/// <summary>Finds objects of every kind by a part of their name or id.</summary>
public interface INameSearch
{
    /// <summary>At most <paramref name="limit"/> hits, best first.</summary>
    Task<IReadOnlyList<Hit>> FindAsync(string text, int limit, CancellationToken cancellation);
}
