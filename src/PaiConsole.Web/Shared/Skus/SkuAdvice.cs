using Microsoft.Extensions.Localization;
using PaiConsole.Domain.Compute;
using PaiConsole.Web.Resources;

namespace PaiConsole.Web.Shared.Skus;

/// <summary>What an instance type is good for, by the memory of all its cards together.</summary>
public static class SkuAdvice
{
    // Rules of thumb in GiB: a 7B model fine-tunes in 24, a 13B in 48; no card that computes has less than 16.
    private const decimal Whole = 15;
    private const decimal Small = 24;
    private const decimal Medium = 48;

    /// <summary>One sentence.</summary>
    public static string Say(IStringLocalizer<SharedWords> words, Sku sku) => words[$"BestFor.{Class(sku)}"];

    /// <summary>A few words, for a table.</summary>
    public static string Brief(IStringLocalizer<SharedWords> words, Sku sku) => words[$"Advice.{Class(sku)}"];

    private static string Class(Sku sku) => !sku.HasGpu ? "Cpu" : Memory(sku) switch
    {
        null or 0 => "Unknown",
        < Whole => "Slice",
        <= Small => "Small",
        <= Medium => "Medium",
        _ => "Large",
    };

    private static decimal? Memory(Sku sku) => sku.GpuMemoryGib * (sku.GpuCount > 0 ? sku.GpuCount : sku.GpuFraction);
}
