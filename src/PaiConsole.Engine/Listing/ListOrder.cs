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
    public abstract IEnumerable<IQueryable<TEntity>> From(IQueryable<TEntity> rows, TEntity anchor, bool backwards);

    /// <summary>The order a request asks for, or null where it is none of these: cost moves with the clock.</summary>
    public static ListOrder<TEntity>? Of(ListRequest request)
    {
        var descending = request.Descending;
        return request.Sort?.ToLowerInvariant() switch
        {
            "costperhour" or "costtodate" => null,
            "name" => new PlainOrder<TEntity, string>(row => row.Name, descending),
            "sku" => new GroupedOrder<TEntity, string>(row => row.Sku ?? "", descending),
            "age" => new PlainOrder<TEntity, DateTimeOffset>(row => row.StatusSince, descending),
            "status" => new GroupedOrder<TEntity, Domain.Phase>(row => row.Phase, descending),
            "owner" => new GroupedOrder<TEntity, string>(row => row.OwnerName, descending),
            _ => new PlainOrder<TEntity, DateTimeOffset>(row => row.CreatedAt, descending),
        };
    }
}

/// <summary>By one column, and by id where that is equal.</summary>
internal sealed class PlainOrder<TEntity, TKey>(Expression<Func<TEntity, TKey>> key, bool descending) : ListOrder<TEntity> where TEntity : ResourceEntity
{
    private readonly Func<TEntity, TKey> _key = key.Compile();

    public override IQueryable<TEntity> Sort(IQueryable<TEntity> rows, bool backwards) => descending != backwards
        ? rows.OrderByDescending(key).ThenByDescending(row => row.Id)
        : rows.OrderBy(key).ThenBy(row => row.Id);

    public override IEnumerable<IQueryable<TEntity>> From(IQueryable<TEntity> rows, TEntity anchor, bool backwards)
    {
        yield return Sort(rows.Where(Beyond.Row(key, _key(anchor), anchor.Id, descending != backwards, inclusive: !backwards)), backwards);
    }
}

/// <summary>By a column with few values; inside each the newest first, whichever way the groups go.</summary>
internal sealed class GroupedOrder<TEntity, TKey>(Expression<Func<TEntity, TKey>> key, bool descending) : ListOrder<TEntity> where TEntity : ResourceEntity
{
    private readonly Func<TEntity, TKey> _key = key.Compile();

    public override IQueryable<TEntity> Sort(IQueryable<TEntity> rows, bool backwards)
    {
        var groups = descending != backwards ? rows.OrderByDescending(key) : rows.OrderBy(key);
        return backwards
            ? groups.ThenBy(row => row.CreatedAt).ThenBy(row => row.Id)
            : groups.ThenByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
    }

    public override IEnumerable<IQueryable<TEntity>> From(IQueryable<TEntity> rows, TEntity anchor, bool backwards)
    {
        var value = _key(anchor);
        // The rest of its group, and then the other groups: together the index could not find the place inside the group.
        var group = rows.Where(Beyond.Equal(key, value))
            .Where(Beyond.Row<TEntity, DateTimeOffset>(row => row.CreatedAt, anchor.CreatedAt, anchor.Id, down: !backwards, inclusive: !backwards));
        yield return backwards
            ? group.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            : group.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id);
        yield return Sort(rows.Where(Beyond.Key(key, value, descending != backwards)), backwards);
    }
}
