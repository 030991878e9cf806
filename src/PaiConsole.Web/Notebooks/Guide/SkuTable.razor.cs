using System.Globalization;
using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Compute;
using PaiConsole.Engine.Costs;

namespace PaiConsole.Web.Notebooks.Guide;

/// <summary>The machines that a text about notebooks names, beside what they are, with today's price and stock.</summary>
public sealed partial class SkuTable
{
    [Inject] private PriceDesk Prices { get; set; } = default!;

    private Sku? Of(string type) => Prices.Skus.Find(type);

    // A real name may still be told wrong: one card where four are promised.
    private static string Verdict(GuideSku row) => !row.IsReal ? "none" : row.Take.Contains(row.Written, StringComparer.Ordinal) ? "right" : "other";

    private string Shape(string type) => Of(type) switch
    {
        { GpuModel: { } model, GpuCount: > 0 } sku => $"{sku.GpuCount.ToString(CultureInfo.InvariantCulture)}× {model}",
        _ => L["Gpu.None"],
    };

    private string Source(string type) => Prices.Find(type) is { } price
        ? price.AsOf is { } day ? $"{price.Source} · {day:yyyy-MM-dd}" : price.Source
        : G["Skus.NoPrice"];
}
