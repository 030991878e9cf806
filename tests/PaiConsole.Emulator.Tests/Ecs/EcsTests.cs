using System.Net;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.Ecs;

public sealed class EcsTests
{
    [Fact]
    public async Task A_price_is_the_list_price_per_hour_times_the_amount()
    {
        await using var cloud = await TestCloud.StartAsync();
        var price = await Price(cloud, new { RegionId = "cn-shanghai", InstanceType = "ecs.gn7i-c8g1.2xlarge", Amount = 2, PriceUnit = "Hour" });
        Assert.Equal(2 * 9.5326, price.GetProperty("TradePrice").GetDouble(), 4);
        Assert.Equal("CNY", price.GetProperty("Currency").GetString());
        var spot = await Price(cloud, new { RegionId = "cn-shanghai", InstanceType = "ecs.gn7i-c8g1.2xlarge", SpotStrategy = "SpotAsPriceGo" });
        Assert.Equal(9.5326, spot.GetProperty("OriginalPrice").GetDouble(), 4);
        Assert.InRange(spot.GetProperty("TradePrice").GetDouble(), 1.9, 4.3);
    }

    [Fact]
    public async Task What_has_no_known_price_is_refused_not_invented()
    {
        await using var cloud = await TestCloud.StartAsync();
        async Task<(HttpStatusCode, string?)> Ask(object query)
        {
            var answer = await cloud.Call(Product.Ecs, "DescribePrice", query);
            return (answer.Status, answer.Code);
        }

        Assert.Equal((HttpStatusCode.NotFound, "InvalidInstanceType.NotFound"), await Ask(new { RegionId = "cn-shanghai", InstanceType = "ecs.nope" }));
        Assert.Equal((HttpStatusCode.NotFound, "PriceNotFound"), await Ask(new { RegionId = "cn-shanghai", InstanceType = "ecs.gn8v.4xlarge" }));
        Assert.Equal((HttpStatusCode.NotFound, "PriceNotFound"), await Ask(new { RegionId = "cn-shanghai", InstanceType = "ecs.gn7i-c8g1.2xlarge", PriceUnit = "Month" }));
        Assert.Equal((HttpStatusCode.BadRequest, "InvalidParameter"), await Ask(new { InstanceType = "ecs.gn7i-c8g1.2xlarge" }));
    }

    [Fact]
    public async Task The_spot_market_is_told_hour_by_hour_and_agrees_with_the_price_of_today()
    {
        await using var cloud = await TestCloud.StartAsync();
        var start = cloud.World.Clock.Now.AddDays(-2).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        var history = await cloud.Call(Product.Ecs, "DescribeSpotPriceHistory", new { RegionId = "cn-shanghai", InstanceType = "ecs.gn7i-c8g1.2xlarge", NetworkType = "vpc", StartTime = start });
        var points = history.Body.GetProperty("SpotPrices").GetProperty("SpotPriceType").EnumerateArray().ToArray();
        Assert.Equal(48, points.Length);
        var today = (await Price(cloud, new { RegionId = "cn-shanghai", InstanceType = "ecs.gn7i-c8g1.2xlarge", SpotStrategy = "SpotAsPriceGo" })).GetProperty("TradePrice").GetDouble();
        Assert.All(points, p => Assert.Equal(today, p.GetProperty("SpotPrice").GetDouble(), 6));
        var discounts = await cloud.Call(Product.PaiStudio, "GetSpotPriceHistory", new { InstanceType = "ecs.gn7i-c8g1.2xlarge", StartTime = start, PageSize = 5, PageNumber = 2 });
        Assert.Equal("48", discounts.Text("TotalCount"));
        var page = discounts.Body.GetProperty("SpotPriceHistory").EnumerateArray().ToArray();
        Assert.Equal(points.Skip(5).Take(5).Select(p => p.GetProperty("Timestamp").GetString()), page.Select(p => p.GetProperty("Timestamp").GetString()));
        Assert.Equal(today, page[0].GetProperty("SpotDiscount").GetDouble() * points[0].GetProperty("OriginPrice").GetDouble(), 4);
        Assert.Equal("InvalidInstanceType.NotFound", (await cloud.Call(Product.Ecs, "DescribeSpotPriceHistory", new { RegionId = "cn-shanghai", InstanceType = "ecs.nope", NetworkType = "vpc" })).Code);
    }

    [Fact]
    public async Task Types_are_paged_by_token_until_all_were_seen()
    {
        await using var cloud = await TestCloud.StartAsync();
        List<string> seen = [];
        string? token = null;
        do
        {
            var page = await cloud.Call(Product.Ecs, "DescribeInstanceTypes", new { MaxResults = 50, NextToken = token });
            seen.AddRange(page.Body.GetProperty("InstanceTypes").GetProperty("InstanceType").EnumerateArray().Select(t => t.GetProperty("InstanceTypeId").GetString()!));
            token = page.Text("NextToken");
        }
        while (token is not null);
        Assert.True(seen.Count > 150);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal("InvalidParameter", (await cloud.Call(Product.Ecs, "DescribeInstanceTypes", new { NextToken = "zzz" })).Code);
    }

    [Fact]
    public async Task Named_types_are_found_with_their_shape()
    {
        await using var cloud = await TestCloud.StartAsync();
        var answer = await cloud.Call(Product.Ecs, "DescribeInstanceTypes", new Dictionary<string, string> { ["InstanceTypes.1"] = "ecs.gn7i-4x.16xlarge", ["InstanceTypes.2"] = "ecs.g7.large" });
        var types = answer.Body.GetProperty("InstanceTypes").GetProperty("InstanceType");
        Assert.Equal(2, types.GetArrayLength());
        Assert.Equal(4, types[1].GetProperty("GPUAmount").GetInt32());
        Assert.Equal(256, types[1].GetProperty("MemorySize").GetDouble());
    }

    private static async Task<System.Text.Json.JsonElement> Price(TestCloud cloud, object query) =>
        (await cloud.Call(Product.Ecs, "DescribePrice", query)).Body.GetProperty("PriceInfo").GetProperty("Price");
}
