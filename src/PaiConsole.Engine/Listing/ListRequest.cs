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
    /// <summary>How many rows to skip.</summary>
    public int Offset { get; init; }
    /// <summary>How many rows to return, at most 200.</summary>
    public int Limit { get; init; } = 50;
}
