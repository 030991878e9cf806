using System.Net;
using PaiConsole.Emulator.Tests.Wire;

namespace PaiConsole.Emulator.Tests.Eas;

public sealed class DataPlaneTests
{
    private static readonly object _prompt = new { model = "qwen", messages = new[] { new { role = "user", content = "hello" } } };

    [Fact]
    public async Task A_service_answers_whoever_has_its_token_and_says_who_it_is()
    {
        await using var cloud = await StartAsync("solo");
        var service = await cloud.Service("solo");
        var path = new Uri(service.Text("InternetEndpoint")!).AbsolutePath;

        var answer = await CallAsync(cloud, $"{path}/v1/chat/completions", service.Text("AccessToken"));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("solo", Assert.Single(answer.Http.Headers.GetValues("x-emulator-service")));
        Assert.Equal(("solo", "1"), (answer.Text("service"), answer.Text("version")));
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(cloud, path, $"Bearer {service.Text("AccessToken")}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(cloud, path, null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(cloud, path, "wrong")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await CallAsync(cloud, "/api/predict/nobody", "wrong")).Status);
        Assert.Equal(5, cloud.World.Requests.List("Predict").Count);

        await cloud.Eas("StopService", EasExamples.Of("solo"));
        cloud.Pass(100);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await CallAsync(cloud, path, service.Text("AccessToken"))).Status);
    }

    [Fact]
    public async Task A_group_sends_each_member_its_share_and_one_that_fails_fails_as_often_as_was_set()
    {
        await using var cloud = await StartAsync("stable", "canary");
        await cloud.Eas("ReleaseService", EasExamples.Of("canary"), new { TrafficState = "grouping", Weight = 20 });
        await cloud.Eas("ReleaseService", EasExamples.Of("stable"), new { Weight = 80 });
        await cloud.Eas("UpdateGroup", new { ClusterId = EasExamples.Region, GroupName = "qwen" }, new { TrafficMode = "customized" });
        await SetAsync(cloud, "canary", errorRate: 0.5);
        var token = (await cloud.Eas("DescribeGroup", new Dictionary<string, string> { ["ClusterId"] = EasExamples.Region, ["GroupName"] = "qwen" })).Text("AccessToken");

        const int Calls = 500;
        var canary = new List<HttpStatusCode>();
        for (var i = 0; i < Calls; i++)
        {
            var answer = await CallAsync(cloud, "/api/predict/qwen", token);
            if (answer.Http.Headers.GetValues("x-emulator-service").Single() == "canary")
                canary.Add(answer.Status);
            else
                Assert.Equal(HttpStatusCode.OK, answer.Status);
        }

        Assert.InRange(canary.Count / (double)Calls, 0.15, 0.25);
        Assert.InRange(canary.Count(status => status == HttpStatusCode.InternalServerError) / (double)canary.Count, 0.35, 0.65);
        var own = await cloud.Service("canary");
        Assert.Equal("canary", (await CallAsync(cloud, "/api/predict/qwen.canary", own.Text("AccessToken"))).Http.Headers.GetValues("x-emulator-service").Single());
    }

    private static async Task<TestCloud> StartAsync(params string[] names)
    {
        var cloud = await TestCloud.StartAsync();
        foreach (var name in names)
        {
            await cloud.Running(EasExamples.Vllm(name, group: names.Length > 1 ? "qwen" : null));
            await SetAsync(cloud, name, errorRate: 0);
        }

        return cloud;
    }

    private static Task SetAsync(TestCloud cloud, string name, double errorRate) =>
        cloud.Control(HttpMethod.Post, $"services/{name}/behaviour", new { errorRate, p50Ms = 0, p99Ms = 0 });

    private static Task<Answer> CallAsync(TestCloud cloud, string path, string? token)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, cloud.Host.Url + path) { Content = new StringContent(System.Text.Json.JsonSerializer.Serialize(_prompt)) };
        if (token is not null)
            request.Headers.TryAddWithoutValidation("Authorization", token);
        return cloud.Send(request);
    }
}
