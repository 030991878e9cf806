using PaiConsole.Domain.Costs;

namespace PaiConsole.Domain.Tests.Costs;

public class PriceBookTests
{
    private static readonly PriceBook _book = PriceBook.Embedded;

    [Fact]
    public void A_list_price_says_where_it_comes_from()
    {
        var price = _book.Find("ecs.gn7i-4x.16xlarge", "cn-shanghai")!;
        Assert.Equal(Money.Cny(40.3734m), price.PerHour);
        Assert.Equal(("ECS public price list, end of 2024", "list-2024", new DateOnly(2024, 12, 31), "high"),
            (price.Source, price.SourceId, price.AsOf, price.Confidence));
        Assert.Contains("karpenter", price.SourceText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ecs.gn8v.4xlarge", "cn-shanghai")]
    [InlineData("ecs.gn7i-4x.16xlarge", "mars-1")]
    [InlineData("no-such-type", "cn-shanghai")]
    public void An_unknown_price_is_null_and_never_zero(string sku, string region) => Assert.Null(_book.Find(sku, region));

    [Fact]
    public void No_price_in_the_list_is_zero() => Assert.All(_book.All(), price => Assert.True(price.PerHour.Nanos > 0));

    [Fact]
    public void Every_source_has_a_label() => Assert.All(_book.All(), price => Assert.NotEqual(price.SourceId, price.Source));

    [Fact]
    public void Listing_filters_by_type_and_region()
    {
        Assert.All(_book.All(sku: "ecs.g7.xlarge"), price => Assert.Equal("ecs.g7.xlarge", price.Sku));
        Assert.Single(_book.All("ecs.g7.xlarge", "cn-shanghai"));
        Assert.Empty(_book.All(region: "mars-1"));
    }

    [Fact]
    public void A_quote_overrides_the_list_in_its_region_only()
    {
        var quoted = _book.With([new Price("ecs.g7.xlarge", "cn-shanghai", Money.Cny(9), PriceSource.DswListEcsSpecs, null, "high")]);
        Assert.Equal(Money.Cny(9), quoted.Find("ecs.g7.xlarge", "cn-shanghai")!.PerHour);
        Assert.Equal(Money.Cny(1.0465m), quoted.Find("ecs.g7.xlarge", "cn-hangzhou")!.PerHour);
        Assert.Equal(Money.Cny(1.0465m), _book.Find("ecs.g7.xlarge", "cn-shanghai")!.PerHour);
    }
}
