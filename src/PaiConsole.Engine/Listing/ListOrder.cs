using System.Linq.Expressions;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Listing;

/// <summary>
/// A total order of rows that can be read from any row on, in both directions, at the price of the page alone: an
/// offset walks over every row before the page.
/// </summary>
internal abstract class ListOrder<TEntity> where TEntity : ResourceEntity
{
    /// <summary>Rows in order, or from the last to the first.</summary>
    public abstract IQueryable<TEntity> Sort(IQueryable<TEntity> rows, bool backwards);

    /// <summary>The rows from one on, itself included; backwards, those before it. Part after part, each sorted.</summary>
    public abstract IEnumerable<IQueryable<TEntity>> From(IQueryable<TEntity> rows, ListPlace anchor, bool backwards);

    /// <summary>The order a request asks for, or null where it is none of these: cost moves with the clock.</summary>
    public static ListOrder<TEntity>? Of(ListRequest request) =>
        Moving.Contains(request.Sort ?? "") ? null : Known.GetValueOrDefault(request.Sort ?? "", Newest).Of(request.Descending);

    private static readonly HashSet<string> Moving = new(["costPerHour", "costToDate"], StringComparer.OrdinalIgnoreCase);

    private sealed record Order(ListOrder<TEntity> Ascending, ListOrder<TEntity> Descending)
    {
        public ListOrder<TEntity> Of(bool descending) => descending ? Descending : Ascending;
    }

    private static readonly Order Newest = Plain(row => row.CreatedAt, place => place.CreatedAt);

    private static readonly Dictionary<string, Order> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["name"] = Plain(row => row.Name, place => place.Name),
        ["sku"] = Grouped(row => row.Sku ?? "", place => place.Sku ?? ""),
        ["age"] = Plain(row => row.StatusSince, place => place.StatusSince),
        ["status"] = Grouped(row => row.Phase, place => place.Phase),
        ["owner"] = Grouped(row => row.OwnerName, place => place.OwnerName),
    };

    private static Order Plain<TKey>(Expression<Func<TEntity, TKey>> key, Func<ListPlace, TKey> at) =>
        new(new PlainOrder<TEntity, TKey>(key, at, descending: false), new PlainOrder<TEntity, TKey>(key, at, descending: true));

    private static Order Grouped<TKey>(Expression<Func<TEntity, TKey>> key, Func<ListPlace, TKey> at) =>
        new(new GroupedOrder<TEntity, TKey>(key, at, descending: false), new GroupedOrder<TEntity, TKey>(key, at, descending: true));
}

/// <summary>By one column, and by id where that is equal.</summary>
internal sealed class PlainOrder<TEntity, TKey>(Expression<Func<TEntity, TKey>> key, Func<ListPlace, TKey> at, bool descending) : ListOrder<TEntity> where TEntity : ResourceEntity
{
    public override IQueryable<TEntity> Sort(IQueryable<TEntity> rows, bool backwards) => descending != backwards
        ? rows.OrderByDescending(key).ThenByDescending(row => row.Id)
        : rows.OrderBy(key).ThenBy(row => row.Id);

    public override IEnumerable<IQueryable<TEntity>> From(IQueryable<TEntity> rows, ListPlace anchor, bool backwards)
    {
        yield return Sort(rows.Where(Beyond.Row(key, at(anchor), anchor.Id, descending != backwards, inclusive: !backwards)), backwards);
    }
}

/// <summary>By a column with few values; inside each the newest first, whichever way the groups go.</summary>
internal sealed class GroupedOrder<TEntity, TKey>(Expression<Func<TEntity, TKey>> key, Func<ListPlace, TKey> at, bool descending) : ListOrder<TEntity> where TEntity : ResourceEntity
{
    public override IQueryable<TEntity> Sort(IQueryable<TEntity> rows, bool backwards)
    {
        var groups = descending != backwards ? rows.OrderByDescending(key) : rows.OrderBy(key);
        return backwards
            ? groups.ThenBy(row => row.CreatedAt).ThenBy(row => row.Id)
            : groups.ThenByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
    }

    public override IEnumerable<IQueryable<TEntity>> From(IQueryable<TEntity> rows, ListPlace anchor, bool backwards)
    {
        var value = at(anchor);
        // The rest of its group, and then the other groups: together the index could not find the place inside the group.
        var group = rows.Where(Beyond.Equal(key, value))
            .Where(Beyond.Row<TEntity, DateTimeOffset>(row => row.CreatedAt, anchor.CreatedAt, anchor.Id, down: !backwards, inclusive: !backwards));
        yield return backwards
            ? group.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            : group.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
        yield return Sort(rows.Where(Beyond.Key(key, value, descending != backwards)), backwards);
    }
}
