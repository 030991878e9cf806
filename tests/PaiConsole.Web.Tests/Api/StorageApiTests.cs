using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PaiConsole.Web.Tests.Api;

/// <summary>What lies in OSS, by REST.</summary>
public sealed class StorageApiTests(ConsoleUnderTest console)
{
    [Fact]
    public async Task A_place_is_looked_at_and_what_is_wrong_with_it_is_an_answer()
    {
        await ControlAsync("buckets", new { name = "look-here" });
        await ControlAsync("objects", new { objects = new[] { new { uri = "oss://look-here/data/a/1.bin", size = 7_000_000_000L } } });

        var seen = (await console.Operator.GetAsync("/api/v1/storage?uri=oss://look-here/data/")).Body;
        Assert.Equal(("Seen", 1, 7_000_000_000L, true), (Text(seen, "state"), seen.GetProperty("files").GetInt32(), seen.GetProperty("bytes").GetInt64(), seen.GetProperty("counted").GetBoolean()));
        Assert.Equal("a/", Text(seen.GetProperty("entries")[0], "name"));
        var missing = (await console.Operator.GetAsync("/api/v1/storage?uri=oss://nothing-here/")).Body;
        Assert.Equal(("NoBucket", "NoSuchBucket"), (Text(missing, "state"), Text(missing, "code")));
        Assert.Equal("Malformed", Text((await console.Operator.GetAsync("/api/v1/storage?uri=oss://bucket.evil.example/")).Body, "state"));
    }

    [Fact]
    public async Task A_viewer_chooses_no_place_and_a_misspelt_question_is_refused()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await console.Viewer.GetAsync("/api/v1/storage?uri=oss://look-here/")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await console.Operator.GetAsync("/api/v1/storage")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await console.Operator.GetAsync("/api/v1/storage?url=oss://look-here/")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await console.Viewer.GetAsync("/api/v1/jobs/dlcnone/checkpoints")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await console.Viewer.GetAsync("/api/v1/notebooks/dsw-none/storage")).Status);
    }

    [Fact]
    public async Task Checkpoints_come_by_number_with_the_one_that_a_restart_uses()
    {
        await ControlAsync("buckets", new { name = "ckpt-here" });
        await ControlAsync("objects", new
        {
            objects = new[] { 9500, 10000 }.SelectMany(step => new[] { "model.safetensors", "optimizer.pt", "scheduler.pt" }
                .Where(file => step == 9500 || file != "optimizer.pt").Select(file => new { uri = $"oss://ckpt-here/run/step-{step}/{file}", size = 10L })),
        });
        var answer = await console.Operator.PostAsync("/api/v1/jobs", $$"""
            { "name": "ckpt_story", "type": "PyTorchJob", "image": "{{Specs.Image}}", "command": "python /mnt/data/t.py --output_dir /mnt/data/run", "maxRunningMinutes": 60,
              "roles": [{ "type": "Worker", "count": 1, "sku": "ecs.gn7i-c8g1.2xlarge" }], "data": [{ "uri": "oss://ckpt-here/", "mountPath": "/mnt/data" }] }
            """);
        Assert.True(answer.Status == HttpStatusCode.Accepted, $"{answer.Status} {answer.Body}");
        var settled = await console.Viewer.EventuallyAsync(
            $"/api/v1/operations/{answer.Text("id")}", body => body.GetProperty("status").GetString() is "Confirmed" or "Failed" or "TimedOut");
        var found = (await console.Viewer.GetAsync($"/api/v1/jobs/{settled.GetProperty("target").GetProperty("id").GetString()}/checkpoints")).Body;

        Assert.Equal(["step-10000", "step-9500"], found.GetProperty("items").EnumerateArray().Select(item => Text(item, "name")));
        Assert.Equal("oss://ckpt-here/run/step-9500/", Text(found, "restartFrom"));
        Assert.Equal("NoOptimizer", Text(found.GetProperty("items")[0].GetProperty("faults")[0], "kind"));
    }

    private async Task ControlAsync(string path, object body)
    {
        using HttpClient control = new();
        (await control.PostAsJsonAsync($"{console.Emulator.Url}/_emulator/{path}", body, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
