namespace PaiConsole.Web.Shared.Tables;

/// <summary>The rows from <paramref name="First"/> on, out of all that match.</summary>
/// <param name="Rows">As many as were asked for, or fewer at the end.</param>
/// <param name="First">How many rows come before them.</param>
/// <param name="Total">How many match altogether.</param>
public sealed record TableWindow<TRow>(IReadOnlyList<TRow> Rows, int First, int Total);
