using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Api.Views;

/// <summary>One page of a list.</summary>
/// <param name="Items">The rows of this page.</param>
/// <param name="Total">How many rows match altogether.</param>
/// <param name="AsOf">When the cloud was last read whole, by the cloud's clock; null before the first time.</param>
/// <param name="IsStale">The newest looks at the cloud failed: the rows are from <paramref name="AsOf"/>.</param>
/// <param name="Problem">Why, in the cloud's words.</param>
public sealed record ListView<T>(IReadOnlyList<T> Items, int Total, DateTimeOffset? AsOf, bool IsStale = false, string? Problem = null);

/// <summary>Makes lists of views.</summary>
internal static class ListViews
{
    public static ListView<TView> Of<TRow, TView>(ListPage<TRow> page, Func<TRow, TView> view) =>
        new([.. page.Items.Select(view)], page.Total, page.Look.AsOf, page.Look.IsStale, page.Look.Problem);

    /// <summary>A list that is shown whole.</summary>
    public static ListView<TView> Whole<TRow, TView>(IReadOnlyList<TRow> rows, DateTimeOffset? asOf, Func<TRow, TView> view) =>
        new([.. rows.Select(view)], rows.Count, asOf);
}
