using PaiConsole.Cloud.AiWorkspace;
using PaiConsole.Cloud.Ecs;
using PaiConsole.Emulator.Tests.AiWorkspace;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.ConsoleClient;

/// <summary>What a person picks from: workspaces, images, datasets, instance types and their prices.</summary>
public sealed class CatalogueClientTests
{
    [Fact]
    public async Task Workspaces_images_and_datasets_are_read_whole()
    {
        await using var client = await ClientUnderTest.StartAsync(Product.AiWorkspace);
        AssetTests.Sow(client.Cloud.World, "oss-pvc", "oss://team-data.oss-cn-shanghai-internal.aliyuncs.com/corpus/");
        var (api, ct) = (client.Get<IAiWorkspaceApi>(), ClientUnderTest.Ct);
        Assert.NotEmpty((await client.Whole(api.ListWorkspacesAsync(new() { Verbose = true, PageSize = 20 }, ct))).Workspaces!);
        var official = await client.Whole(api.ListImagesAsync(new() { Verbose = true, Labels = new Dictionary<string, string> { ["system.official"] = "true" }, PageSize = 100 }, ct));
        Assert.NotEmpty(official.Images!);
        Assert.NotEmpty((await client.Whole(api.ListDatasetsAsync(new() { DataSourceTypes = ["OSS", "NAS"], Properties = ["DIRECTORY"], PageSize = 100 }, ct))).Datasets!);
        client.AssertAllCalled<IAiWorkspaceApi>();
    }

    [Fact]
    public async Task Instance_types_and_prices_are_read_whole()
    {
        await using var client = await ClientUnderTest.StartAsync(Product.Ecs);
        var (api, ct) = (client.Get<IEcsApi>(), ClientUnderTest.Ct);
        var types = await client.Whole(api.DescribeInstanceTypesAsync(new() { InstanceTypes = [Examples.Sku, "ecs.g7.large"], MaxResults = 10 }, ct));
        Assert.Equal(2, types.InstanceTypes!.InstanceType!.Count);
        DescribePriceQuery query = new() { RegionId = "cn-shanghai", InstanceType = Examples.Sku, PriceUnit = "Hour", Amount = 2, SystemDisk = new() { Category = "cloud_essd", Size = 40 }, DataDisk = [new() { Category = "cloud_ssd", Size = 100 }] };
        var price = (await client.Whole(api.DescribePriceAsync(query, ct))).PriceInfo!.Price!;
        Assert.Equal(("CNY", 2 * 9.5326), (price.Currency, Math.Round(price.TradePrice!.Value, 4)));
        var history = await client.Whole(api.DescribeSpotPriceHistoryAsync(new() { RegionId = "cn-shanghai", InstanceType = Examples.Sku, NetworkType = "vpc", SpotDuration = 0, StartTime = client.Cloud.World.Now.AddHours(-5) }, ct));
        Assert.Equal(5, history.SpotPrices!.SpotPriceType!.Count);
        Assert.All(history.SpotPrices.SpotPriceType, p => Assert.InRange(p.MarketPrice!.Value / p.OriginPrice!.Value, 0.2, 0.45));
        client.AssertAllCalled<IEcsApi>();
    }
}
