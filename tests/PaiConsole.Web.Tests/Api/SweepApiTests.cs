using System.Net;
using System.Text.Json;

namespace PaiConsole.Web.Tests.Api;

public sealed class SweepApiTests(ConsoleUnderTest console)
{
    private static string Sweep(string name, string seeds = "\"1\", \"2\"") =>
        $$"""{ "base": {{Specs.Job(name)}}, "parameters": [{ "name": "--learning_rate", "values": ["1e-5", "2e-5"] }, { "name": "SEED", "values": [{{seeds}}] }] }""";

    [Fact]
    public async Task It_is_shown_submitted_looked_at_and_stopped()
    {
        var dry = await console.Operator.PostAsync("/api/v1/sweeps?dryRun=true", Sweep("api-sweep"));
        Assert.Equal(HttpStatusCode.OK, dry.Status);
        Assert.Equal(["api-sweep-01", "api-sweep-02", "api-sweep-03", "api-sweep-04"], dry.Body.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("spec").GetProperty("name").GetString()));
        Assert.Equal(Amount(dry.Body.GetProperty("costPerHour")), dry.Body.GetProperty("jobs").EnumerateArray().Sum(job => Amount(job.GetProperty("costPerHour"))));
        Assert.Contains(dry.Body.GetProperty("findings").EnumerateArray(), one => one.GetProperty("finding").GetProperty("rule").GetString() == "sweep-new-option");
        Assert.Equal(0, (await console.Admin.GetAsync("/api/v1/operations?q=api-sweep")).Body.GetProperty("total").GetInt32());

        var taken = await console.Operator.PostAsync("/api/v1/sweeps", Sweep("api-sweep"), key: "api-sweep-1");
        Assert.True(taken.Status == HttpStatusCode.Accepted, taken.Body.ToString());
        var path = $"/api/v1/sweeps/{taken.Text("id")}";
        Assert.Equal(path, taken.Headers.Location?.ToString());
        Assert.Equal(Ids(taken.Body), Ids((await console.Operator.PostAsync("/api/v1/sweeps", Sweep("api-sweep"), key: "api-sweep-1")).Body));
        Assert.Equal(HttpStatusCode.Conflict, (await console.Operator.PostAsync("/api/v1/sweeps", Sweep("api-sweep", "\"3\", \"4\""), key: "api-sweep-1")).Status);

        var sweep = await console.Viewer.EventuallyAsync(path, body => body.GetProperty("lines").EnumerateArray().All(line => line.GetProperty("job").ValueKind == JsonValueKind.Object));
        Assert.Equal(4, sweep.GetProperty("size").GetInt32());
        Assert.Equal("2e-5", sweep.GetProperty("lines")[3].GetProperty("values").GetProperty("--learning_rate").GetString());

        var ids = string.Join(',', sweep.GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("job").GetProperty("id").GetString()));
        var compared = (await console.Viewer.GetAsync($"/api/v1/jobs/compare?ids={ids}")).Body;
        Assert.Equal(["--learning_rate", "SEED"], compared.GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()));
        Assert.True((await console.Viewer.GetAsync($"/api/v1/jobs/compare?all=true&ids={ids}")).Body.GetProperty("fields").GetArrayLength() > 5);
        var csv = await console.Viewer.GetAsync($"/api/v1/jobs/compare?format=csv&ids={ids}");
        Assert.Equal("text/csv", csv.ContentType);
        Assert.Contains("\"'--learning_rate\",1e-5,1e-5,2e-5,2e-5\r\n", csv.Body.GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await console.Viewer.GetAsync("/api/v1/jobs/compare?ids=one")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await console.Viewer.GetAsync("/api/v1/jobs/compare?ids=one,two")).Status);

        var stop = await console.Operator.PostAsync($"{path}/stop");
        Assert.Equal(HttpStatusCode.Accepted, stop.Status);
        var ended = await console.Viewer.EventuallyAsync(path, body => body.GetProperty("lines").EnumerateArray().All(line => line.GetProperty("job").GetProperty("status").GetString() is "Stopped" or "Succeeded" or "Failed"));
        Assert.Equal(Amount(ended.GetProperty("costToDate")), ended.GetProperty("lines").EnumerateArray().Sum(line => Amount(line.GetProperty("job").GetProperty("costToDate"))));
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_once()
    {
        var answer = await console.Operator.PostAsync("/api/v1/sweeps", """{ "base": { "name": "x" }, "parameters": [{ "name": "SEED", "values": ["1", "1"] }] }""");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var rules = answer.Body.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString()).ToList();
        Assert.Contains("sweep-twice", rules);
        Assert.Contains("field-required", rules);
        Assert.Equal(HttpStatusCode.BadRequest, (await console.Operator.PostAsync("/api/v1/sweeps", """{ "base": {}, "grid": [] }""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await console.Operator.PostAsync("/api/v1/sweeps/none/stop")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await console.Operator.GetAsync("/api/v1/sweeps/none")).Status);
    }

    private static decimal Amount(JsonElement money) => money.GetProperty("amount").GetDecimal();

    private static string[] Ids(JsonElement taken) => [.. taken.GetProperty("operations").EnumerateArray().Select(operation => operation.GetProperty("id").GetString()!)];
}
