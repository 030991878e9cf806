using PaiConsole.Emulator.Tests.Demo;

namespace PaiConsole.Emulator.Tests.Oss;

public sealed class BucketStoreTests
{
    private readonly World.World _world = new(new EmulatorOptions { Seed = "empty", Speed = 0 }, new FixedTime(DemoCloud.Wednesday));

    [Fact]
    public void What_is_put_under_the_uri_of_a_mount_is_there_with_the_worlds_time()
    {
        _world.Buckets.Create("team");
        _world.Advance(TimeSpan.FromHours(1));
        var put = _world.Buckets.Put("oss://team.oss-cn-shanghai-internal.aliyuncs.com/out/step-500.pt", 14_000_000_000);

        var found = _world.Buckets.Get("oss://team/out/step-500.pt");
        Assert.Same(put, found);
        Assert.Equal((14_000_000_000, _world.Now, null), (found!.Size, found.Modified, found.Content));
    }

    [Fact]
    public void Listing_takes_exactly_what_begins_with_the_prefix_in_the_order_of_keys()
    {
        _world.Buckets.Create("team");
        foreach (var key in (string[])["b", "a/step-9500", "a/step-10000", "a", "ab/x", "a/"])
            _world.Buckets.Put("oss://team/" + key, 1);

        Assert.Equal(["a/", "a/step-10000", "a/step-9500"], _world.Buckets.List("oss://team/a/").Select(o => o.Key));
        Assert.Equal(3, _world.Buckets.DeleteUnder("oss://team/a/"));
        Assert.Equal(["a", "ab/x", "b"], _world.Buckets.List("oss://team").Select(o => o.Key));
    }

    [Fact]
    public void Writing_over_replaces_and_changes_the_etag()
    {
        _world.Buckets.Create("team");
        var first = _world.Buckets.Put("oss://team/latest", "global_step500")!;
        var second = _world.Buckets.Put("oss://team/latest", "global_step1000")!;

        Assert.Equal("oss://team/latest", "oss://team/" + Assert.Single(_world.Buckets.List("oss://team/")).Key);
        Assert.NotEqual(first.ETag, second.ETag);
        Assert.Equal(15, second.Size);
    }

    [Fact]
    public void Nothing_is_written_where_there_is_no_bucket() => Assert.Null(_world.Buckets.Put("oss://nowhere/key", 1));

    [Fact]
    public void A_reset_takes_what_was_put_since()
    {
        _world.Buckets.Create("team");
        _world.Reset();
        Assert.Empty(_world.Buckets.All);
    }

    [Fact]
    public void Every_place_that_the_demo_world_registers_is_in_a_bucket_that_exists()
    {
        var world = DemoCloud.Sown(DemoCloud.Wednesday);
        Assert.Equal([], world.Assets.Datasets.Where(d => d.DataSourceType == "OSS" && world.Buckets.Find(Emulator.Oss.OssPlace.Parse(d.Uri).Bucket) is null).Select(d => d.Uri));
    }
}
