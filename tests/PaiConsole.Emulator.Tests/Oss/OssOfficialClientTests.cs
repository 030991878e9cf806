using System.Text.Json;
using PaiConsole.Emulator.Tests.OfficialClients;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Oss;

/// <summary>Alibaba's own client for OSS talks to the emulator, signing with version 4.</summary>
public sealed class OssOfficialClientTests
{
    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "CAISfwF1q6Ft/5+token==")]
    public async Task What_is_put_is_listed_read_in_ranges_and_deleted(bool path, string? securityToken)
    {
        await using var cloud = await Started();
        var key = "data/实验 a+b*c~d!'().txt";
        var said = await Drive(cloud, securityToken,
            new { @as = "put", path, @do = "put", args = new object[] { key, new { text = "0123456789" } } },
            new { @as = "head", path, @do = "head", args = new object[] { key } },
            new { @as = "part", path, @do = "get", args = new object?[] { key, null, new { headers = new { Range = "bytes=2-4" } } } },
            new { @as = "list", path, @do = "listV2", args = new object[] { new Dictionary<string, object>(StringComparer.Ordinal) { ["prefix"] = "data/", ["max-keys"] = 10 } } },
            new { @as = "delete", path, @do = "delete", args = new object[] { key } },
            new { @as = "gone", path, @do = "get", args = new object[] { key } });

        Assert.Equal("10", Of(said["head"], "headers", "content-length"));
        Assert.Equal("\"781E5E245D69B566979B86E28D23F2C7\"", Of(said["head"], "headers", "etag"));
        Assert.Equal(("234", "206", "bytes 2-4/10"), (Of(said["part"], "content"), Of(said["part"], "status"), Of(said["part"], "headers", "content-range")));
        Assert.Equal(key, said["list"].GetProperty("answer").GetProperty("objects")[0].GetProperty("name").GetString());
        Assert.Equal("204", Of(said["delete"], "status"));
        Assert.Equal(("404", "NoSuchKey", "0026-00000001"), Error(said["gone"]));
    }

    [Fact]
    public async Task Pages_folders_and_buckets_come_as_documented()
    {
        await using var cloud = await Started();
        cloud.World.Do(() =>
        {
            foreach (var step in (int[])[500, 1000, 1500])
            {
                cloud.World.Buckets.Put($"oss://team/out/checkpoint-{step}/model.safetensors", 14_000_000_000);
                cloud.World.Buckets.Put($"oss://team/out/checkpoint-{step}/optimizer.pt", 28_000_000_000);
            }

            cloud.World.Buckets.Put("oss://team/out/log.txt", "done");
        });
        var first = await Drive(cloud, null, List("folders", "", 2));
        var token = first["folders"].GetProperty("answer").GetProperty("nextContinuationToken").GetString()!;
        var said = await Drive(cloud, null,
            List("rest", token, 2),
            new { @as = "info", @do = "getBucketInfo", args = new object[] { "team" } },
            new { @as = "location", @do = "getBucketLocation", args = new object[] { "team" } },
            new { @as = "buckets", path = true, @do = "listBuckets", args = Array.Empty<object>() });

        Assert.Equal(["out/checkpoint-1000/", "out/checkpoint-1500/"], Names(first["folders"], "prefixes"));
        Assert.Equal(["out/checkpoint-500/"], Names(said["rest"], "prefixes"));
        Assert.Equal("out/log.txt", said["rest"].GetProperty("answer").GetProperty("objects")[0].GetProperty("name").GetString());
        Assert.Equal("oss-cn-shanghai", said["info"].GetProperty("answer").GetProperty("bucket").GetProperty("Location").GetString());
        Assert.Equal("oss-cn-shanghai", said["location"].GetProperty("answer").GetProperty("location").GetString());
        Assert.Equal(["other", "team"], said["buckets"].GetProperty("answer").GetProperty("buckets").EnumerateArray().Select(b => b.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Refusals_arrive_with_status_code_and_condition()
    {
        await using var cloud = await Started();
        cloud.World.Do(() => cloud.World.Buckets.Create("abroad", region: "cn-hangzhou"));
        var read = new { @as = "read", @do = "listV2", args = new object[] { new { prefix = "x" } } };

        Assert.Equal(("404", "NoSuchBucket", "0015-00000101"), Error((await Drive(cloud, null, read, bucket: "missing"))["read"]));
        Assert.Equal(("403", "AccessDenied", "0003-00000001"), Error((await Drive(cloud, null, read, bucket: "foreign"))["read"]));
        Assert.Equal(("403", "AccessDenied", "0003-00001403"), Error((await Drive(cloud, null, read, bucket: "abroad"))["read"]));
        Assert.Equal(("403", "SignatureDoesNotMatch", "0002-00000040"), Error((await Drive(cloud, null, read, secret: "guessed"))["read"]));
        Assert.Equal(("403", "InvalidAccessKeyId", "0002-00000902"), Error((await Drive(cloud, null, read, accessKeyId: "nobody"))["read"]));
        Assert.Equal("400", Error((await Drive(cloud, null, read, old: true))["read"]).Status);
        await cloud.Control(HttpMethod.Post, "faults", new { action = "ListObjectsV2", times = 1, kind = "throttle" });
        Assert.Equal(("503", "QpsLimitExceeded", ""), Error((await Drive(cloud, null, read))["read"]));
    }

    private static async Task<TestCloud> Started()
    {
        var cloud = await TestCloud.StartAsync();
        cloud.World.Do(() =>
        {
            cloud.World.Buckets.Create("team");
            cloud.World.Buckets.Create("other");
            cloud.World.Buckets.Create("foreign", owner: "1999");
        });
        return cloud;
    }

    private static object List(string name, string token, int most)
    {
        Dictionary<string, object> query = new(StringComparer.Ordinal) { ["prefix"] = "out/", ["delimiter"] = "/", ["max-keys"] = most };
        if (token.Length > 0)
            query["continuation-token"] = token;
        return new { @as = name, @do = "listV2", args = new object[] { query } };
    }

    private static Task<IReadOnlyDictionary<string, JsonElement>> Drive(TestCloud cloud, string? securityToken, params object[] steps) =>
        Drive(cloud, securityToken, steps, "team");

    private static Task<IReadOnlyDictionary<string, JsonElement>> Drive(
        TestCloud cloud, string? securityToken, object step, string bucket = "team", string secret = "emulator", string accessKeyId = "emulator", bool old = false) =>
        Drive(cloud, securityToken, [step], bucket, secret, accessKeyId, old);

    private static Task<IReadOnlyDictionary<string, JsonElement>> Drive(
        TestCloud cloud, string? securityToken, object[] steps, string bucket, string secret = "emulator", string accessKeyId = "emulator", bool old = false) =>
        OfficialClient.OssAsync(new { port = new Uri(cloud.Host.OssUrl).Port, accessKeyId, secret, securityToken, bucket, old, steps });

    private static string Of(JsonElement line, params string[] path)
    {
        Assert.True(line.TryGetProperty("answer", out var value), line.ToString());
        foreach (var name in path)
            value = value.GetProperty(name);
        return value.ToString();
    }

    private static string?[] Names(JsonElement line, string list) => [.. line.GetProperty("answer").GetProperty(list).EnumerateArray().Select(p => p.GetString())];

    private static (string Status, string Code, string Ec) Error(JsonElement line)
    {
        Assert.True(line.TryGetProperty("error", out var error), line.ToString());
        string Part(string name) => error.TryGetProperty(name, out var value) ? value.ToString() : "";
        return (Part("status"), Part("code"), Part("ec"));
    }
}
