using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PaiConsole.Domain;
using PaiConsole.Domain.Costs;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Listing;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>
/// What the cells of every list have in common, drawn into the row itself. A component keeps its own tree in the server's
/// memory: with one per icon, age and amount, an open list of fifty rows took more than two megabytes.
/// </summary>
/// <param name="words">The words that all share.</param>
/// <param name="states">The words for states.</param>
/// <param name="prices">Where prices and instance types are known.</param>
/// <param name="world">The cloud's clock.</param>
public sealed class RowCells(IStringLocalizer<SharedWords> words, IStringLocalizer<StateWords> states, PriceDesk prices, IWorldTime world)
{
    /// <summary>Shape, word and age of the state: see <see cref="StatusChip"/>.</summary>
    public RenderFragment Status(ResourceRow row) => StatusChip.Of(
        row.Phase, row.StatusWord, row.StatusWord.Length == 0 ? words["Unknown"].Value : StateText.Status(states, row.StatusWord), row.StatusWord,
        row.StatusSince is { } since ? Shared.Ago.Of(since, Age(since, world.UtcNow)) : null);

    /// <summary>Whose it is: see <see cref="OwnerAvatar"/>.</summary>
    public RenderFragment Owner(ResourceRow row) => OwnerAvatar.Of(row.Owner.Name);

    /// <summary>What it runs on: see <see cref="SkuText"/>.</summary>
    public RenderFragment Sku(string? type, long machines) =>
        prices.Skus.Find(type) is var known ? SkuText.Of(type, known is { HasGpu: true }, SkuText.Say(words, type, known, machines)) : default!;

    /// <summary>What it costs per hour now; a dash while it costs nothing: see <see cref="Details.RateNow"/>.</summary>
    public RenderFragment Rate(ResourceRow row) => row.Cost.RunningSince is null
        ? Details.RateNow.None(row.Cost.PerHour is { } rate ? words["Money.WhenRunning", MoneyWords.Write(rate)].Value : null)
        : Money(row.Cost.PerHour, perHour: true, atLeast: false, row.Cost.IsUpperBound, prices.Find(row.Sku));

    /// <summary>What it has cost up to now: see <see cref="Details.CostToDate"/>.</summary>
    public RenderFragment CostToDate(ResourceRow row) => Money(
        row.Cost.ToDate(world.UtcNow), perHour: false, row.Cost.IsLowerBound || (row.Cost.RunningSince is not null && row.Cost.PerHour is null), atMost: false, price: null);

    /// <summary>How long ago: see <see cref="Shared.Ago"/>.</summary>
    public RenderFragment Ago(DateTimeOffset? at) => Shared.Ago.Of(at, at is { } instant ? words.Relative(instant, world.UtcNow) : "");

    /// <summary>All that moves in a row with time alone, as text: the row is drawn again when it reads differently.</summary>
    public string Moving(ResourceRow row, DateTimeOffset now)
    {
        var age = row.StatusSince is { } since ? Age(since, now) : "";
        var created = row.CreatedAt is { } at ? words.Relative(at, now) : "";
        return row.Cost is { RunningSince: not null } cost ? $"{age} {created} {(cost.ToDate(now) is { } money ? MoneyWords.Write(money) : "")}" : $"{age} {created}";
    }

    private string Age(DateTimeOffset since, DateTimeOffset now) => words.Coarse(now > since ? now - since : TimeSpan.Zero);

    private RenderFragment Money(Money? amount, bool perHour, bool atLeast, bool atMost, Price? price) =>
        MoneyText.Of(words, amount is { } known ? MoneyText.Say(words, known, atLeast, atMost) : null, perHour, MoneyText.Reasons(words, price, atLeast, atMost));
}
