using System.Net;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Eas;

public sealed class ServiceRulesTests
{
    [Fact]
    public async Task Every_fault_is_named_at_once()
    {
        await using var cloud = await TestCloud.StartAsync();
        var document = EasExamples.Vllm("Qwen-7B", instance: -1, autoscaler: new { min = 4, max = 2, strategies = new { rps = 10 } });
        document["cloud"] = new { computing = new { instances = new[] { new { type = "ecs.none.large" } } } };
        var answer = await cloud.Eas("CreateService", body: document);
        Assert.Equal("InvalidParameter", answer.Code);
        Assert.All(["Qwen-7B", "metadata.instance", "ecs.none.large", "min 4 and max 2", "rps"], word => Assert.Contains(word, answer.Text("Message")!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Types_are_those_of_the_documented_service_json()
    {
        await using var cloud = await TestCloud.StartAsync();
        var document = EasExamples.Vllm();
        document["metadata"] = new { name = "x", instance = "two" };
        Assert.Contains("metadata.instance must be of type integer", (await cloud.Eas("CreateService", body: document)).Text("Message")!, StringComparison.Ordinal);
        document = EasExamples.Vllm();
        document["metadata"] = new { name = "x", rolling_strategy = new { max_surge = "25%", max_unavailable = 0 } };
        Assert.Equal(HttpStatusCode.OK, (await cloud.Eas("CreateService", body: document)).Status);
    }

    [Fact]
    public async Task A_name_is_taken_once_so_a_blind_repeat_makes_no_second_service()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Eas("CreateService", body: EasExamples.Vllm());
        var repeat = await cloud.Eas("CreateService", body: EasExamples.Vllm());
        Assert.Equal(HttpStatusCode.Conflict, repeat.Status);
        Assert.Equal("ServiceAlreadyExists", repeat.Code);
        Assert.Equal("1", (await cloud.Eas("ListServices")).Text("TotalCount"));
    }

    [Fact]
    public async Task A_processor_service_with_its_name_at_the_top_is_accepted()
    {
        await using var cloud = await TestCloud.StartAsync();
        var answer = await cloud.Eas("CreateService", body: new
        {
            name = "scorecard_pmml",
            processor = "pmml",
            model_path = "oss://bucket/lr.pmml",
            metadata = new { instance = 1, cpu = 2, memory = 4000 },
        });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("4000", (await cloud.Service("scorecard_pmml")).Text("Memory"));
    }

    [Fact]
    public async Task The_token_and_the_endpoints_come_only_with_describe()
    {
        await using var cloud = await TestCloud.StartAsync();
        var document = EasExamples.Vllm();
        document["token"] = "s3cret-token";
        await cloud.Running(document);
        Assert.Equal("s3cret-token", (await cloud.Service("qwen3_8b")).Text("AccessToken"));
        Assert.DoesNotContain("s3cret-token", (await cloud.Service("qwen3_8b")).Text("ServiceConfig")!, StringComparison.Ordinal);
        var listed = (await cloud.Eas("ListServices")).Body.ToString();
        Assert.DoesNotContain("s3cret-token", listed, StringComparison.Ordinal);
        Assert.DoesNotContain("InternetEndpoint", listed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_are_filtered_sorted_and_paged()
    {
        await using var cloud = await TestCloud.StartAsync();
        foreach (var name in new[] { "a_chat", "b_chat", "c_embed" })
        {
            await cloud.Eas("CreateService", body: EasExamples.Vllm(name));
            cloud.Pass(10);
        }

        Assert.Equal(["c_embed", "b_chat", "a_chat"], await Names(cloud, new { }));
        Assert.Equal(["a_chat", "b_chat"], await Names(cloud, new { Filter = "chat", Order = "asc" }));
        Assert.Equal(["b_chat"], await Names(cloud, new { PageNumber = 2, PageSize = 1 }));
        Assert.Equal(["a_chat", "b_chat", "c_embed"], await Names(cloud, new { Label = "{\"team\":\"nlp\"}", Sort = "ServiceName", Order = "asc" }));
        Assert.Empty(await Names(cloud, new { ServiceStatus = "Stopped" }));
        Assert.Empty(await Names(cloud, new { AutoscalerEnabled = true }));
        Assert.Equal("InvalidParameter", (await cloud.Eas("ListServices", new { Sort = "Colour" })).Code);
    }

    private static async Task<string[]> Names(TestCloud cloud, object query) =>
        [.. (await cloud.Eas("ListServices", query)).Body.GetProperty("Services").EnumerateArray().Select(s => s.GetProperty("ServiceName").GetString()!)];
}
