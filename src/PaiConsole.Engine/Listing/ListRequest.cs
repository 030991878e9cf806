namespace PaiConsole.Engine.Listing;

/// <summary>What part of a list somebody wants to see. Every page of the console is one of these, kept in its URL.</summary>
public sealed record ListRequest
{
    /// <summary>Text to find in name, id, owner or SKU; at most 200 characters are used.</summary>
    public string? Query { get; init; }
    /// <summary>Status words or phases to keep, compared without case; empty keeps all.</summary>
    public IReadOnlyList<string> Status { get; init; } = [];
    /// <summary>Owner names to keep; empty keeps all.</summary>
    public IReadOnlyList<string> Owner { get; init; } = [];
    /// <summary>Workspace id to keep, or null for all.</summary>
    public string? Workspace { get; init; }
    /// <summary>Column to sort by: name, status, owner, sku, created, costPerHour, costToDate; anything else means created.</summary>
    public string? Sort { get; init; }
    /// <summary>Largest or newest first.</summary>
    public bool Descending { get; init; } = true;
    /// <summary>How many rows come before the page.</summary>
    public int Offset { get; init; }
    /// <summary>Where the page begins, seen from a row that was read before: spares walking over <see cref="Offset"/> rows.</summary>
    public ListAnchor? From { get; init; }
    /// <summary>How many rows to return, at most 200.</summary>
    public int Limit { get; init; } = 50;
    /// <summary>Counts no further than this many matching rows; null counts them all.</summary>
    public int? CountTo { get; init; }
}

/// <summary>A place in a list.</summary>
/// <param name="At">Where a row was when it was read; it need not be there any more.</param>
/// <param name="Steps">The place is so many rows after it, or before it when negative.</param>
public sealed record ListAnchor(ListPlace At, int Steps);
