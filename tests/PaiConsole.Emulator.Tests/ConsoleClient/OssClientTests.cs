using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Cloud;
using PaiConsole.Cloud.Oss;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.ConsoleClient;

/// <summary>The console's own client of OSS, with its real network and signature, against the emulator.</summary>
public sealed class OssClientTests : IAsyncLifetime
{
    private static readonly OssBucket Team = new("team");
    private TestCloud _cloud = null!;
    private ServiceProvider _services = null!;

    private IOssApi Oss => _services.GetRequiredService<IOssApi>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _cloud = await TestCloud.StartAsync();
        _cloud.World.Do(() => _cloud.World.Buckets.Create("team"));
        ServiceCollection services = new();
        services.AddPaiCloud(options =>
        {
            options.Credentials = new("emulator", "emulator");
            options.Endpoints["*"] = _cloud.Host.Url;
            options.Endpoints["oss"] = _cloud.Host.OssUrl;
        });
        _services = services.BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _cloud.DisposeAsync();
    }

    [Theory]
    [InlineData("实验 a+b*c~d!'()&=é.txt")]
    [InlineData("a//b")]
    [InlineData("line\u0001feed")]
    public async Task Any_key_is_listed_and_read_as_it_is(string key)
    {
        Put("x/" + key, "content");
        var page = await Oss.ListObjectsAsync(new(Team) { Prefix = "x/" }, Ct);

        Assert.Equal("x/" + key, Assert.Single(page.Objects).Key);
        Assert.Equal("cont", Encoding.UTF8.GetString((await Oss.GetObjectAsync(Team, "x/" + key, 4, Ct)).Octets.Span));
    }

    [Fact]
    public async Task Pages_of_any_size_give_the_same_keys_and_folders()
    {
        foreach (var step in Enumerable.Range(1, 23))
            Put($"out/step-{step * 500}/model.safetensors", 15_000_000_000);
        foreach (var file in Enumerable.Range(1, 9))
            Put($"out/file-{file}", 1);

        foreach (var size in (int[])[1, 2, 7, 1000])
        {
            var flat = await ObjectListing.ReadAsync(Oss, new(Team) { Prefix = "out/", MaxKeys = size }, 100, Ct);
            var folded = await ObjectListing.ReadAsync(Oss, new(Team) { Prefix = "out/", Delimiter = "/", MaxKeys = size }, 100, Ct);
            Assert.Equal((32, true), (flat.Objects.Count, flat.Complete));
            Assert.Equal((9, 23, true), (folded.Objects.Count, folded.Folders.Distinct().Count(), folded.Complete));
            Assert.Equal(flat.Objects.Select(o => o.Key).Order(StringComparer.Ordinal), flat.Objects.Select(o => o.Key));
        }
    }

    [Fact]
    public async Task A_listing_cut_by_a_fault_or_by_its_bound_is_not_complete_and_keeps_what_was_read()
    {
        foreach (var file in Enumerable.Range(1, 30))
            Put($"out/{file:00}", 1);
        Assert.Equal((10, false), await Read(10, 1));
        await _cloud.Control(HttpMethod.Post, "faults", new { action = "ListObjectsV2", times = 1, kind = "truncatePage" });
        Assert.Equal((25, false), await Read(10, 10));
        await _cloud.Control(HttpMethod.Post, "faults", new { action = "ListObjectsV2", times = 2, kind = "error500" });
        Assert.Equal((30, true), await Read(10, 10));

        async Task<(int, bool)> Read(int size, int pages) =>
            await ObjectListing.ReadAsync(Oss, new(Team) { MaxKeys = size }, pages, Ct) is var listing ? (listing.Objects.Count, listing.Complete) : default;
    }

    [Fact]
    public async Task A_bucket_in_another_region_is_found_and_then_known()
    {
        _cloud.World.Do(() => _cloud.World.Buckets.Create("abroad", region: "cn-hangzhou"));
        await Oss.ListObjectsAsync(new(new OssBucket("abroad")), Ct);
        await Oss.ListObjectsAsync(new(new OssBucket("abroad")), Ct);
        Assert.Equal([403, 200, 200], _cloud.World.Requests.List("ListObjectsV2").Select(r => r.Status));
    }

    [Theory]
    [InlineData("missing", "NoSuchBucket")]
    [InlineData("foreign", "AccessDenied")]
    public async Task Refusals_keep_their_code_and_request_id(string bucket, string code)
    {
        _cloud.World.Do(() => _cloud.World.Buckets.Create("foreign", owner: "1999"));
        var fault = await Assert.ThrowsAsync<PaiApiException>(() => Oss.ListObjectsAsync(new(new OssBucket(bucket)), Ct));
        Assert.Equal(code, fault.Code);
        Assert.Equal(24, fault.RequestId?.Length);
    }

    [Fact]
    public async Task Buckets_are_listed_in_pages()
    {
        _cloud.World.Do(() => _cloud.World.Buckets.Create("another", region: "cn-beijing"));
        var first = await Oss.ListBucketsAsync(new() { MaxKeys = 1 }, Ct);
        var second = await Oss.ListBucketsAsync(new() { MaxKeys = 1, Marker = first.NextMarker }, Ct);
        Assert.Equal([("another", "cn-beijing"), ("team", "cn-shanghai")], first.Buckets.Concat(second.Buckets).Select(b => (b.Name, b.Region!)));
        Assert.False(second.IsTruncated);
    }

    private void Put(string key, string text) => _cloud.World.Do(() => _cloud.World.Buckets.Put("oss://team/" + key, text));

    private void Put(string key, long size) => _cloud.World.Do(() => _cloud.World.Buckets.Put("oss://team/" + key, size));
}
