namespace PaiConsole.Web.Shared.Tables;

/// <summary>The rows from <paramref name="First"/> on, out of all that match.</summary>
/// <param name="Rows">As many as were asked for, or fewer at the end.</param>
/// <param name="First">How many rows come before them.</param>
/// <param name="Total">How many match altogether, or so far as they were counted.</param>
public sealed record TableWindow<TRow>(IReadOnlyList<TRow> Rows, int First, int Total);

/// <summary>The rows a table wants to have.</summary>
/// <param name="First">How many rows come before them.</param>
/// <param name="Count">How many.</param>
/// <param name="From">A row that is shown now and near the first one; null where there is none.</param>
/// <param name="Steps">So many rows after <paramref name="From"/> the first one is, or before it when negative.</param>
public sealed record TableRange<TRow>(int First, int Count, TRow? From = null, int Steps = 0) where TRow : class;
