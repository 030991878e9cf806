using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using PaiConsole.Domain;
using PaiConsole.Domain.Costs;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Listing;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>
/// What the cells of every list have in common. Cells are drawn into the row, with few elements and attributes: the server
/// keeps each of them, twice, for as long as the page is open, and a component for every age and amount besides.
/// </summary>
/// <param name="words">The words that all share.</param>
/// <param name="states">The words for states.</param>
/// <param name="prices">Where prices and instance types are known.</param>
/// <param name="world">The cloud's clock.</param>
public sealed class RowCells(IStringLocalizer<SharedWords> words, IStringLocalizer<StateWords> states, PriceDesk prices, IWorldTime world)
{
    private const string Nothing = "–";

    /// <summary>Text of a cell, what is said on hover, and whether it is a rate.</summary>
    /// <param name="Text">Written.</param>
    /// <param name="Hint">On hover, or null.</param>
    /// <param name="Look">CSS classes of the cell.</param>
    /// <param name="Per">"/h" after a rate, otherwise null.</param>
    public sealed record MoneyCell(string Text, string? Hint, string Look, string? Per);

    /// <summary>Shape, word and age of the state: see <see cref="StatusChip"/>.</summary>
    public RenderFragment Status(ResourceRow row) => StatusChip.Of(
        row.Phase, row.StatusWord, row.StatusWord.Length == 0 ? words["Unknown"].Value : StateText.Status(states, row.StatusWord), row.StatusWord,
        row.StatusSince is { } since ? (words.Age(since, world.UtcNow), RelativeTime.Stamp(since)) : null);

    /// <summary>Whose it is.</summary>
    public static string Owner(ResourceRow row) => row.Owner.Name.Length == 0 ? Nothing : row.Owner.Name;

    /// <summary>The owner's initials, which the style sheet draws before the name; null without an owner.</summary>
    public static string? Face(ResourceRow row) => row.Owner.Name.Length == 0 ? null : OwnerAvatar.Initials(row.Owner.Name);

    /// <summary>The shape of what it runs on.</summary>
    public MarkupString SkuShape(string? type) =>
        string.IsNullOrEmpty(type) ? default : Icons.Of(prices.Skus.Find(type) is { HasGpu: true } ? "gpu" : "cpu");

    /// <summary>What it runs on: see <see cref="SkuText"/>.</summary>
    public string Sku(string? type, long machines) =>
        string.IsNullOrEmpty(type) ? Nothing : SkuText.Say(words, type, prices.Skus.Find(type), machines);

    /// <summary>All that is known of what it runs on, for the hover: its name, and what that is made of.</summary>
    public string? SkuHint(string? type) => prices.Skus.Find(type) is not { } sku ? type : string.Join(" · ", new[]
    {
        sku.Type, sku.HasGpu ? SkuText.Say(words, sku.Type, sku, 1) : null, sku.GpuMemoryGib * Math.Max(1, sku.GpuCount) is { } vram ? $"{vram:0.#} GiB VRAM" : null,
        sku.Vcpu is { } vcpu ? $"{vcpu} vCPU" : null, sku.MemoryGib is { } memory ? $"{memory:0.#} GiB RAM" : null,
    }.OfType<string>());

    /// <summary>What it costs per hour now; a dash while it costs nothing: see <see cref="Details.RateNow"/>.</summary>
    public MoneyCell Rate(ResourceRow row) => row.Cost.RunningSince is null
        ? new MoneyCell(Nothing, row.Cost.PerHour is { } rate ? words["Money.WhenRunning", MoneyWords.Write(rate)].Value : null, "num muted", null)
        : Write(row.Cost.PerHour, perHour: true, atLeast: false, row.Cost.IsUpperBound, prices.Find(row.Sku));

    /// <summary>What it has cost up to now: see <see cref="Details.CostToDate"/>.</summary>
    public MoneyCell CostToDate(ResourceRow row) => Write(
        row.Cost.ToDate(world.UtcNow), perHour: false, row.Cost.IsLowerBound || (row.Cost.RunningSince is not null && row.Cost.PerHour is null), atMost: false, price: null);

    /// <summary>How long ago it was made.</summary>
    public string Created(ResourceRow row) => row.CreatedAt is { } at ? words.Relative(at, world.UtcNow) : Nothing;

    /// <summary>When exactly it was made, for the hover; null where that is not known.</summary>
    public static string? CreatedStamp(ResourceRow row) => row.CreatedAt is { } at ? RelativeTime.Stamp(at) : null;

    /// <summary>All that moves in a row with time alone, as text: the row is drawn again when it reads differently.</summary>
    public string Moving(ResourceRow row)
    {
        var now = world.UtcNow;
        var age = row.StatusSince is { } since ? words.Age(since, now) : "";
        var created = row.CreatedAt is { } at ? words.Relative(at, now) : "";
        return row.Cost is { RunningSince: not null } cost ? $"{age} {created} {(cost.ToDate(now) is { } money ? MoneyWords.Write(money) : "")}" : $"{age} {created}";
    }

    private MoneyCell Write(Money? amount, bool perHour, bool atLeast, bool atMost, Price? price)
    {
        var hint = MoneyText.Reasons(words, price, atLeast, atMost);
        return amount is { } known
            ? new MoneyCell(MoneyText.Say(words, known, atLeast, atMost), hint, "num", perHour ? words["Money.PerHour"].Value : null)
            : new MoneyCell(words["Money.Unknown"], hint ?? words["Money.Unknown.Why"], "num unknown", null);
    }
}
