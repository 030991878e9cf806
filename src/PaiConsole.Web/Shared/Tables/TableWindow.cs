using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>The rows from <paramref name="First"/> on, out of all that match.</summary>
/// <param name="Rows">As many as were asked for, or fewer at the end.</param>
/// <param name="First">How many rows come before them.</param>
/// <param name="Total">How many match altogether, or so far as they were counted.</param>
public sealed record TableWindow<TRow>(IReadOnlyList<TRow> Rows, int First, int Total);

/// <summary>The rows a table wants to have.</summary>
/// <param name="First">How many rows come before them.</param>
/// <param name="Count">How many.</param>
/// <param name="From">The same place seen from a row that is shown now, where that is near; otherwise null.</param>
public sealed record TableRange(int First, int Count, ListAnchor? From = null);
