using CsCheck;
using PaiConsole.Domain.Compute;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Tests.Compute;

public class SkuFitTests
{
    private static SkuFit Find(int gpu, decimal? vcpu, decimal? memory, string region = "cn-shanghai") =>
        SkuFit.Find(new ComputeLimits(gpu, vcpu, memory), SkuCatalogue.Embedded, PriceBook.Embedded, region);

    [Fact]
    public void The_text_s_limits_take_the_cheapest_type_with_4_cards_and_enough_memory()
    {
        var fit = Find(4, 32, 256);
        Assert.Equal("ecs.gn7i-4x.16xlarge", fit.Chosen!.Sku.Type);
        Assert.Equal(Money.Cny(40.3734m), fit.Price!.PerHour);
        Assert.StartsWith(
            "needs 4 GPU, 32 vCPU, 256 GiB; ecs.gn7i-4x.16xlarge has 4× NVIDIA A10, 64 vCPU, 256 GiB at 40.3734 CNY/h",
            fit.Arithmetic, StringComparison.Ordinal);
    }

    [Fact]
    public void Cheaper_types_that_do_not_fit_are_not_taken() =>
        Assert.Contains(Find(4, 32, 256).Ranked, candidate => candidate is { Fits: false, Sku.Type: "ecs.gn7i-4x.8xlarge", Why: "128 GiB of memory short" });

    [Fact]
    public void The_others_say_why_they_were_not_chosen()
    {
        var ranked = Find(4, 32, 256).Ranked;
        Assert.Equal("dearer by 12.8597 CNY/h", ranked.Single(candidate => candidate.Sku.Type == "ecs.gn7i-c32g1.32xlarge").Why);
        Assert.Equal("price unknown", ranked.Single(candidate => candidate.Sku.Type == "ecs.gn8v-4x.8xlarge").Why);
        Assert.Equal("4 GPU more than asked", ranked.Single(candidate => candidate.Sku.Type == "ecs.gn7e-c16g1.32xlarge").Why);
    }

    [Fact]
    public void Without_cards_asked_for_no_card_is_paid_for()
    {
        var fit = Find(0, 4, 16);
        Assert.Equal(0, fit.Chosen!.Sku.GpuCount);
        Assert.False(fit.Chosen.Sku.HasGpu);
    }

    [Fact]
    public void A_slice_of_a_card_is_no_answer_to_one_card() => Assert.Equal(1, Find(1, 2, 8).Chosen!.Sku.GpuCount);

    [Fact]
    public void Five_cards_take_a_type_with_more_when_none_has_five() => Assert.Equal(8, Find(5, 8, 32).Chosen!.Sku.GpuCount);

    [Fact]
    public void Without_any_price_something_that_fits_is_still_found() => Assert.Null(Find(4, 32, 256, "mars-1").Price);

    [Fact]
    public void Nothing_fits_is_an_error_that_names_the_nearest()
    {
        var fit = Find(4, 32, 5000);
        Assert.Null(fit.Chosen);
        var refusal = fit.Refusal("roles[0].sku")!;
        Assert.Equal(("sku-no-fit", Severity.Error, "roles[0].sku"), (refusal.Rule, refusal.Severity, refusal.Field));
        Assert.Contains("GiB of memory short", refusal.Fix, StringComparison.Ordinal);
        Assert.Equal("4 GPU, 32 vCPU, 5000 GiB", refusal.Args["need"]);
    }

    [Fact]
    public void What_is_chosen_always_fits_and_nothing_with_as_many_cards_is_cheaper() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[1, 128], Gen.Int[1, 800]).Sample((gpu, vcpu, memory) =>
        {
            var fit = Find(gpu, vcpu, memory);
            if (fit.Chosen is not { Sku: var sku } || fit.Price is not { PerHour: var price })
                return true;
            return sku.GpuCount >= gpu && sku.Vcpu >= vcpu && sku.MemoryGib >= memory
                && fit.Ranked.Where(other => other.Fits && other.Price is not null && other.Sku.GpuCount == sku.GpuCount && other.Sku.HasGpu == sku.HasGpu)
                    .All(other => other.Price!.PerHour.Nanos >= price.Nanos);
        }, iter: 50);
}
