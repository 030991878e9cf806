using System.Net;
using System.Text.Json;

namespace PaiConsole.Web.Tests.Api;

/// <summary>A dry run of a verb says what would be sent; the same call in earnest then sends just that.</summary>
public sealed class DryRunTests(ConsoleUnderTest console)
{
    private const decimal PerHour = 9.5m;

    [Fact]
    public async Task A_notebook_shows_what_each_verb_would_do_and_does_it_when_told()
    {
        var created = await console.Operator.PostAsync("/api/v1/notebooks", Specs.Notebook("dry_nb"));
        var path = $"/api/v1/notebooks/{await TargetAsync(created)}";
        await console.Operator.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Running");

        var rule = await DryThenRealAsync($"{path}/idle-rule", """{ "cpuPercent": 20, "gpuPercent": 10, "minutes": 300 }""");
        Assert.Equal(300, rule.GetProperty("request").GetProperty("body").GetProperty("MaxIdleTimeInMinutes").GetInt32());
        Assert.Equal(300, rule.GetProperty("spec").GetProperty("minutes").GetInt32());
        await DryThenRealAsync($"{path}/idle-rule", null, HttpMethod.Delete);
        await DryThenRealAsync($"{path}/shutdown-timer", """{ "dueAt": "2099-01-31T18:00:00Z" }""");
        Assert.Equal(0, Cost(await DryThenRealAsync($"{path}/stop")));
        await console.Operator.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Stopped");
        Assert.True(Cost(await DryThenRealAsync($"{path}/sku", """{ "sku": "ecs.gn6v-c8g1.2xlarge" }""")) > PerHour);
        Assert.True(Cost(await DryThenRealAsync($"{path}/start")) > PerHour);
        await console.Operator.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Running");
        Assert.Equal(HttpStatusCode.Conflict, (await console.Operator.DeleteAsync($"{path}?dryRun=true")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await console.Operator.PostAsync($"{path}/sku?dryRun=true", """{ "sku": "ecs.no-such" }""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await console.Operator.PostAsync("/api/v1/notebooks/none/stop?dryRun=true")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await console.Viewer.PostAsync($"{path}/stop?dryRun=true")).Status);
    }

    [Fact]
    public async Task A_job_and_a_service_show_what_each_verb_would_do_and_do_it_when_told()
    {
        var job = $"/api/v1/jobs/{await TargetAsync(await console.Operator.PostAsync("/api/v1/jobs", Specs.Job("dry-verbs")))}";
        Assert.Equal(7, (await DryThenRealAsync($"{job}/priority", """{ "priority": 7 }""")).GetProperty("request").GetProperty("body").GetProperty("Priority").GetInt32());
        Assert.Equal(0, Cost(await DryThenRealAsync($"{job}/stop")));
        await DryThenRealAsync(job, null, HttpMethod.Delete);

        await TargetAsync(await console.Operator.PostAsync("/api/v1/services", Specs.Service("dry_service")));
        const string service = "/api/v1/services/dry_service";
        await console.Operator.EventuallyAsync(service, body => body.GetProperty("status").GetString() == "Running");
        var two = Cost(await DryThenRealAsync($"{service}/scale", """{ "replicas": 2 }"""));
        await console.Operator.EventuallyAsync(service, body => body.GetProperty("status").GetString() == "Running");
        var three = (await console.Operator.PostAsync($"{service}/scale?dryRun=true", """{ "replicas": 3 }""")).Body;
        Assert.Equal(two / 2 * 3, Cost(three));
        await DryThenRealAsync($"{service}/restart");
        await console.Operator.EventuallyAsync(service, body => body.GetProperty("status").GetString() == "Running");
        await DryThenRealAsync($"{service}/stop");
        Assert.Equal(two, Cost(await DryThenRealAsync($"{service}/start")));
        await DryThenRealAsync(service, null, HttpMethod.Delete);
    }

    private static decimal Cost(JsonElement preview) => preview.GetProperty("costPerHour").GetProperty("amount").GetDecimal();

    /// <summary>Asks dry, checks that nothing came of it, then asks in earnest and sees the call that was foretold.</summary>
    private async Task<JsonElement> DryThenRealAsync(string path, string? body = null, HttpMethod? method = null)
    {
        method ??= HttpMethod.Post;
        var id = path.Split('/')[4];
        var before = (await OperationsAsync(id), Commands(id));
        var dry = await console.Operator.SendAsync(method, $"{path}?dryRun=true", body);
        Assert.True(dry.Status == HttpStatusCode.OK, $"{method} {path}: {dry.Status} {dry.Body}");
        Assert.Equal(before, (await OperationsAsync(id), Commands(id)));
        Assert.NotEmpty(dry.Text("consequence"));
        Assert.Equal(id, dry.Body.GetProperty("target").GetProperty("id").GetString());
        var action = dry.Body.GetProperty("request").GetProperty("action").GetString()!;

        var sent = await console.Operator.SendAsync(method, path, body);
        Assert.True(sent.Status == HttpStatusCode.Accepted, $"{method} {path}: {sent.Status} {sent.Body}");
        await TargetAsync(sent);
        Assert.Contains(action, console.Emulator.World.Requests.List().Where(call => call.Method != "GET" && call.Path.Contains(id, StringComparison.Ordinal)).Select(call => call.Action));
        return dry.Body;
    }

    private async Task<int> OperationsAsync(string id) =>
        (await console.Admin.GetAsync("/api/v1/operations?pageSize=200")).Body.GetProperty("items").EnumerateArray()
            .Count(operation => operation.GetProperty("target").GetProperty("id").ToString() == id);

    /// <summary>Calls that changed it.</summary>
    private int Commands(string id) =>
        console.Emulator.World.Requests.List().Count(call => call.Method != "GET" && call.Path.Contains(id, StringComparison.Ordinal));

    private async Task<string> TargetAsync(Answer answer)
    {
        Assert.True(answer.Status == HttpStatusCode.Accepted, $"{answer.Status} {answer.Body}");
        var operation = await console.Admin.EventuallyAsync(
            $"/api/v1/operations/{answer.Text("id")}", body => body.GetProperty("status").GetString() is "Confirmed" or "Failed" or "TimedOut");
        Assert.True(operation.GetProperty("status").GetString() == "Confirmed", operation.ToString());
        return operation.GetProperty("target").GetProperty("id").GetString()!;
    }
}
