using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Notebooks;

namespace PaiConsole.Domain.Tests.Notebooks;

public sealed class RightSizingTests
{
    private static readonly Sku A100 = new("a100", 12, 94, "NVIDIA A100", 1, 40);
    private static readonly Sku TwoA100 = new("2a100", 24, 188, "NVIDIA A100", 2, 40);
    private static readonly Sku A10 = new("a10", 8, 30, "NVIDIA A10", 1, 24);
    private static readonly Sku Cpu = new("cpu", 4, 16, null, 0, null);
    private static readonly PriceBook Prices = new([Of("a100", 31.58m), Of("2a100", 63.16m), Of("a10", 9.53m), Of("cpu", 1)]);

    [Fact]
    public void A_card_that_mostly_waits_may_be_a_smaller_one()
    {
        var advice = Advise(new UseSummary(9, 45, 30, 20, TimeSpan.FromDays(3)), A100)!;
        Assert.Equal(("a10", Money.Cny(22.05m), Money.Cny(22.05m * 720)), (advice.To.Type, advice.SavesPerHour, advice.SavesPerMonth));
    }

    [Theory]
    [InlineData(41, 45, 30, 20)] // another card is no match for one that works
    [InlineData(9, 51, 30, 20)] // 20.4 GiB and a fifth do not fit into 24
    [InlineData(9, 45, 60, 20)] // nor the CPU
    [InlineData(9, 45, 30, 30)] // nor the memory
    public void What_would_not_have_fitted_is_not_advised(double gpu, double gpuMemory, double cpu, double memory) =>
        Assert.Null(Advise(new UseSummary(gpu, gpuMemory, cpu, memory, TimeSpan.FromDays(3)), A100));

    [Fact]
    public void Half_the_cards_do_where_all_were_half_idle() =>
        Assert.Equal("a100", Advise(new UseSummary(39, 40, 40, 40, TimeSpan.FromDays(3)), TwoA100)!.To.Type);

    [Fact]
    public void A_gpu_that_was_never_touched_may_be_no_gpu_at_all() =>
        Assert.Equal("cpu", Advise(new UseSummary(0, 0, 20, 10, TimeSpan.FromDays(1)), A10)!.To.Type);

    [Fact]
    public void Too_little_seen_figures_missing_prices_unknown_or_nothing_in_stock_give_no_advice()
    {
        var use = new UseSummary(9, 45, 30, 20, TimeSpan.FromDays(3));
        Assert.Null(Advise(use with { Observed = TimeSpan.FromHours(5) }, A100));
        Assert.Null(Advise(use with { GpuMemory = null }, A100));
        Assert.Null(RightSizing.Advise(use, A100, [A10], new PriceBook([]), "cn-shanghai", _ => null));
        Assert.Null(RightSizing.Advise(use, A100, [A10], Prices, "cn-shanghai", _ => false));
    }

    private static SizeAdvice? Advise(UseSummary use, Sku now) => RightSizing.Advise(use, now, [A100, TwoA100, A10, Cpu], Prices, "cn-shanghai", _ => null);

    private static Price Of(string sku, decimal perHour) => new(sku, "cn-shanghai", Money.Cny(perHour), "test", null, "high");
}
