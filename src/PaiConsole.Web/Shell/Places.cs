namespace PaiConsole.Web.Shell;

/// <summary>An entry of the main navigation.</summary>
/// <param name="Href">Where it leads.</param>
/// <param name="Word">Key of its word in <c>SharedWords</c>.</param>
/// <param name="Icon">Name in <see cref="Shared.Icons"/>.</param>
/// <param name="Key">Letter after <c>g</c>.</param>
public sealed record Place(string Href, string Word, string Icon, string Key)
{
    /// <summary>This path is the place itself or below it.</summary>
    /// <param name="path">Such as <c>/jobs/dlc1</c>, without a query.</param>
    public bool Holds(string path) => path == Href || (Href != "/" && path.StartsWith(Href + "/", StringComparison.Ordinal));
}

/// <summary>The pages of the main navigation, in order.</summary>
public static class Places
{
    /// <summary>Every place.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new("/", "Nav.Overview", "overview", "o"),
        new("/notebooks", "Nav.Notebooks", "notebook", "n"),
        new("/jobs", "Nav.Jobs", "job", "j"),
        new("/services", "Nav.Services", "service", "s"),
        new("/idle", "Nav.Idle", "idle", "i"),
        new("/alerts", "Nav.Alerts", "bell", "l"),
        new("/activity", "Nav.Activity", "activity", "a"),
        new("/settings", "Nav.Settings", "settings", "t"),
    ];

    /// <summary>Pages that are gone to by name only.</summary>
    public static IReadOnlyList<Place> ByName { get; } =
    [
        new("/notebooks/new", "Nav.NewNotebook", "plus", ""),
        new("/notebooks/guide", "Nav.Guide", "info", ""),
    ];
}
