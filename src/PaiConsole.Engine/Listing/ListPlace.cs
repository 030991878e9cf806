using PaiConsole.Domain;

namespace PaiConsole.Engine.Listing;

/// <summary>What the orders of a list look at in a row: enough to go on from there without reading the row again.</summary>
/// <param name="Id">The cloud id; for services the name.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Sku">ECS instance type, or null on a quota.</param>
/// <param name="Phase">What the status means.</param>
/// <param name="StatusSince">Since when it has been in this status.</param>
/// <param name="OwnerName">Who owns it.</param>
/// <param name="CreatedAt">When the cloud created it.</param>
public sealed record ListPlace(string Id, string Name, string? Sku, Phase Phase, DateTimeOffset StatusSince, string OwnerName, DateTimeOffset CreatedAt)
{
    /// <summary>The place of a row as it was read.</summary>
    public static ListPlace Of(ResourceRow row) =>
        new(row.Id, row.Name, row.Sku, row.Phase, row.StatusSince, row.Owner.Name, row.CreatedAt ?? DateTimeOffset.MinValue);
}
