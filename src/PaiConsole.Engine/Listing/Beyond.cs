using System.Linq.Expressions;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Listing;

/// <summary>Conditions that leave the rows on one side of a row, so that an index finds the place.</summary>
internal static class Beyond
{
    public static Expression<Func<TEntity, bool>> Equal<TEntity, TKey>(Expression<Func<TEntity, TKey>> key, TKey value) =>
        Expression.Lambda<Func<TEntity, bool>>(Expression.Equal(key.Body, Value(value)), key.Parameters);

    /// <summary>Keys less than the value, or greater than it.</summary>
    public static Expression<Func<TEntity, bool>> Key<TEntity, TKey>(Expression<Func<TEntity, TKey>> key, TKey value, bool down) =>
        Expression.Lambda<Func<TEntity, bool>>(Compare(key.Body, value, down, orEqual: false), key.Parameters);

    /// <summary>
    /// Rows after the one with this key and id. The first half says nothing new, but it is the half that an index understands.
    /// </summary>
    public static Expression<Func<TEntity, bool>> Row<TEntity, TKey>(
        Expression<Func<TEntity, TKey>> key, TKey value, string id, bool down, bool inclusive) where TEntity : ResourceEntity
    {
        var idOf = Expression.Property(key.Parameters[0], nameof(ResourceEntity.Id));
        return Expression.Lambda<Func<TEntity, bool>>(
            Expression.AndAlso(
                Compare(key.Body, value, down, orEqual: true),
                Expression.OrElse(Compare(key.Body, value, down, orEqual: false), Compare(idOf, id, down, inclusive))),
            key.Parameters);
    }

    private static BinaryExpression Compare<TKey>(Expression left, TKey value, bool down, bool orEqual)
    {
        var right = Value(value);
        if (typeof(TKey) == typeof(string))
        {
            left = Expression.Call(typeof(string), nameof(string.Compare), null, left, right);
            right = Expression.Constant(0);
        }
        else if (typeof(TKey).IsEnum)
        {
            (left, right) = (Expression.Convert(left, typeof(int)), Expression.Convert(right, typeof(int)));
        }
        return (down, orEqual) switch
        {
            (true, true) => Expression.LessThanOrEqual(left, right),
            (true, false) => Expression.LessThan(left, right),
            (false, true) => Expression.GreaterThanOrEqual(left, right),
            (false, false) => Expression.GreaterThan(left, right),
        };
    }

    // A member of something, not a constant: EF makes a parameter of it, and one plan serves every place.
    private static Expression Value<TKey>(TKey value) => Expression.Property(Expression.Constant(new Box<TKey>(value)), nameof(Box<TKey>.Value));

    private sealed record Box<T>(T Value);
}
