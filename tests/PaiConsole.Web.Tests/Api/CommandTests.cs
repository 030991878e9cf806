using System.Net;
using System.Text.Json;

namespace PaiConsole.Web.Tests.Api;

public sealed class CommandTests(ConsoleUnderTest console)
{
    [Fact]
    public async Task A_notebook_is_created_changed_stopped_and_deleted()
    {
        var caller = console.Operator;
        var created = await AcceptedAsync(await caller.PostAsync("/api/v1/notebooks", Specs.Notebook("api_life")), "notebook.create");
        var id = created.GetProperty("target").GetProperty("id").GetString();
        var path = $"/api/v1/notebooks/{id}";
        await caller.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Running");
        await AcceptedAsync(await caller.PostAsync($"{path}/idle-rule", """{ "cpuPercent": 20, "gpuPercent": 10, "minutes": 300 }"""), "notebook.idle-rule");
        await AcceptedAsync(await caller.DeleteAsync($"{path}/idle-rule"), "notebook.idle-rule-delete");
        await AcceptedAsync(await caller.PostAsync($"{path}/shutdown-timer", """{ "dueAt": "2099-01-31T18:00:00Z" }"""), "notebook.shutdown-timer");
        await AcceptedAsync(await caller.PostAsync($"{path}/stop"), "notebook.stop");
        await caller.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Stopped");
        Assert.Equal(HttpStatusCode.Conflict, (await caller.PostAsync($"{path}/stop")).Status);
        await AcceptedAsync(await caller.PostAsync($"{path}/sku", """{ "sku": "ecs.gn6v-c8g1.2xlarge" }"""), "notebook.sku");
        await AcceptedAsync(await caller.PostAsync($"{path}/start", "{}"), "notebook.start");
        await caller.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Running");
        await AcceptedAsync(await caller.PostAsync($"{path}/stop"), "notebook.stop");
        await AcceptedAsync(await caller.DeleteAsync(path), "notebook.delete");
    }

    [Fact]
    public async Task A_job_is_submitted_as_spec_or_manifest_and_cloned_stopped_deleted()
    {
        var caller = console.Operator;
        var job = await AcceptedAsync(await caller.PostAsync("/api/v1/jobs", Specs.Job("api-job")), "job.create");
        var path = $"/api/v1/jobs/{job.GetProperty("target").GetProperty("id").GetString()}";
        await AcceptedAsync(await caller.PostAsync($"{path}/priority", """{ "priority": 7 }"""), "job.priority");
        var again = (await caller.PostAsync($"{path}/clone?dryRun=true")).Body.GetProperty("spec");
        Assert.Equal("oss://team.oss-cn-shanghai-internal.aliyuncs.com/code/", again.GetProperty("data")[0].GetProperty("uri").GetString());
        await AcceptedAsync(await caller.PostAsync($"{path}/clone"), "job.create");
        await AcceptedAsync(await caller.PostAsync($"{path}/stop"), "job.stop");
        await AcceptedAsync(await caller.DeleteAsync(path), "job.delete");

        var manifest = await caller.PostAsync("/api/v1/jobs", Specs.Manifest("api-manifest", 1), type: "application/yaml");
        Assert.Contains(manifest.Body.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("severity").GetString() == "info");
        await AcceptedAsync(manifest, "job.create");
    }

    [Fact]
    public async Task A_manifest_that_fits_no_instance_type_is_refused_with_the_reason()
    {
        var answer = await console.Operator.PostAsync("/api/v1/jobs", Specs.Manifest("api-too-big", 512), type: "application/yaml");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(answer.Errors, error => error.Contains("512", StringComparison.Ordinal));
        var finding = answer.Body.GetProperty("findings")[0];
        foreach (var member in new[] { "rule", "severity", "message", "evidence", "fix" })
            Assert.True(finding.TryGetProperty(member, out _), member);
        Assert.Equal("error", finding.GetProperty("severity").GetString());
    }

    [Fact]
    public async Task A_service_is_deployed_scaled_restarted_stopped_and_deleted()
    {
        var caller = console.Operator;
        await AcceptedAsync(await caller.PostAsync("/api/v1/services", Specs.Service("api_service")), "service.create");
        const string path = "/api/v1/services/api_service";
        await caller.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Running");
        await AcceptedAsync(await caller.PostAsync($"{path}/scale", """{ "replicas": 2 }"""), "service.scale");
        await caller.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Running");
        await AcceptedAsync(await caller.PostAsync($"{path}/restart"), "service.restart");
        await caller.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Running");
        await AcceptedAsync(await caller.PostAsync($"{path}/stop"), "service.stop");
        await AcceptedAsync(await caller.PostAsync($"{path}/start"), "service.start");
        Assert.Equal(HttpStatusCode.Conflict, (await caller.PostAsync("/api/v1/services", Specs.Service("api_service"))).Status);
        await AcceptedAsync(await caller.DeleteAsync(path), "service.delete");
    }

    [Fact]
    public async Task A_key_makes_a_repeat_answer_with_the_first_operation()
    {
        var first = await console.Operator.PostAsync("/api/v1/jobs", Specs.Job("api-once"), key: "once-1");
        var second = await console.Operator.PostAsync("/api/v1/jobs", Specs.Job("api-once"), key: "once-1");
        Assert.Equal(HttpStatusCode.Accepted, second.Status);
        Assert.Equal(first.Text("id"), second.Text("id"));
        var other = await console.Operator.PostAsync("/api/v1/jobs", Specs.Job("api-twice"), key: "once-1");
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        Assert.Contains("idempotency key", Assert.Single(other.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/notebooks", "api_dry", nameof(Specs.Notebook))]
    [InlineData("/api/v1/jobs", "api-dry", nameof(Specs.Job))]
    [InlineData("/api/v1/services", "api_dry", nameof(Specs.Service))]
    public async Task A_dry_run_shows_everything_and_sends_nothing(string path, string name, string kind)
    {
        var body = kind switch { nameof(Specs.Notebook) => Specs.Notebook(name), nameof(Specs.Job) => Specs.Job(name), _ => Specs.Service(name) };
        var answer = await console.Operator.PostAsync($"{path}?dryRun=true", body);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(name, answer.Body.GetProperty("spec").GetProperty("name").GetString());
        Assert.Equal(JsonValueKind.Object, answer.Body.GetProperty("request").ValueKind);
        Assert.True(answer.Body.GetProperty("costPerHour").GetProperty("amount").GetDecimal() > 0);
        Assert.Equal(0, (await console.Admin.GetAsync($"/api/v1/operations?q={name}")).Body.GetProperty("total").GetInt32());
        Assert.DoesNotContain(console.Emulator.World.Requests.List(), call => call.Path.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_works_until_it_is_revoked()
    {
        var made = await console.Admin.PostAsync("/api/v1/tokens", """{ "name": "pipeline", "role": "operator" }""");
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("no-store", made.Headers.CacheControl?.ToString());
        var secret = made.Text("token");
        console.Canaries.Add(secret);
        var holder = console.With(secret);
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync("/api/v1/jobs")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await holder.GetAsync("/api/v1/tokens")).Status);
        Assert.DoesNotContain(secret, (await console.Admin.GetAsync("/api/v1/tokens")).Body.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await console.Admin.DeleteAsync($"/api/v1/tokens/{made.Text("id")}")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await holder.GetAsync("/api/v1/jobs")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await console.Admin.DeleteAsync($"/api/v1/tokens/{made.Text("id")}")).Status);
    }

    private async Task<JsonElement> AcceptedAsync(Answer answer, string kind)
    {
        Assert.True(answer.Status == HttpStatusCode.Accepted, $"{kind}: {answer.Status} {answer.Body}");
        Assert.Equal(kind, answer.Text("kind"));
        Assert.Equal($"/api/v1/operations/{answer.Text("id")}", answer.Headers.Location?.ToString());
        var settled = await console.Viewer.EventuallyAsync(
            $"/api/v1/operations/{answer.Text("id")}", body => body.GetProperty("status").GetString() is "Confirmed" or "Failed" or "TimedOut");
        Assert.True(settled.GetProperty("status").GetString() == "Confirmed", settled.ToString());
        return settled;
    }
}
