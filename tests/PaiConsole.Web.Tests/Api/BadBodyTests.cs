using System.Net;

namespace PaiConsole.Web.Tests.Api;

public sealed class BadBodyTests(ConsoleUnderTest console)
{
    [Theory]
    [InlineData("jobs", "", "The body is empty")]
    [InlineData("jobs", "{", "The body is not JSON: line 1")]
    [InlineData("jobs", "[]", "The body is an object, not a list")]
    [InlineData("jobs", "null", "The body is an object, not null")]
    [InlineData("jobs", "\"x\"", "The body is an object, not \"x\"")]
    [InlineData("jobs", """{ "nam": "x" }""", "Unknown member nam; known here: name")]
    [InlineData("jobs", """{ "Name": "x" }""", "Unknown member Name")]
    [InlineData("jobs", """{ "name": "a", "name": "b" }""", "name is given twice")]
    [InlineData("jobs", """{ "name": 7 }""", "name is a text, not 7")]
    [InlineData("jobs", """{ "name": null }""", "name must not be null")]
    [InlineData("jobs", """{ "roles": {} }""", "roles is a list, not an object")]
    [InlineData("jobs", """{ "roles": [null] }""", "roles[0] must not be null")]
    [InlineData("jobs", """{ "roles": [{ "type": "Worker", "count": 1.5, "sku": "ecs.x" }] }""", "roles[0].count is a whole number, not 1.5")]
    [InlineData("jobs", """{ "roles": [{ "type": "Worker", "count": "2", "sku": "ecs.x" }] }""", "roles[0].count is a whole number, not \"2\"")]
    [InlineData("jobs", """{ "roles": [{ "type": "Worker", "count": 1 }] }""", "roles[0].sku is missing")]
    [InlineData("jobs", """{ "data": [{ "uri": "oss://b/x" }] }""", "data[0].mountPath is missing")]
    [InlineData("jobs", """{ "env": { "A": 1 } }""", "env.A is a text, not 1")]
    [InlineData("jobs", """{ "env": [] }""", "env is an object, not a list")]
    [InlineData("jobs", """{ "spot": { "discountLimit": "cheap" } }""", "spot.discountLimit is a number, not \"cheap\"")]
    [InlineData("jobs", """{ "priority": 99999999999 }""", "priority is a whole number, not 99999999999")]
    [InlineData("notebooks", """{ "idleRule": { "cpuPercent": 10 } }""", "idleRule.minutes is missing")]
    [InlineData("notebooks/x/sku", """{ "sku": null }""", "sku must not be null")]
    [InlineData("notebooks/x/shutdown-timer", """{ "dueAt": "tomorrow" }""", "dueAt is an instant such as")]
    [InlineData("services", """{ "autoscaler": { "min": 1, "max": 3, "metrics": { "qps": true } } }""", "autoscaler.metrics.qps is a number, not true")]
    [InlineData("services/x/scale", """{ "replica": 3 }""", "replicas is missing")]
    [InlineData("jobs/x/stop", """{ "force": true }""", "This command takes no body")]
    [InlineData("tokens", """{ "name": "x", "role": "king" }""", "role is one of viewer, operator, admin")]
    [InlineData("tokens", """{ "name": "x", "role": 2 }""", "role is one of viewer, operator, admin")]
    [InlineData("tokens", """{ "name": " ", "role": "viewer" }""", "name has 1 to 100 characters")]
    public async Task A_body_that_cannot_be_is_refused_in_one_clear_message(string path, string body, string says)
    {
        var answer = await console.Admin.PostAsync($"/api/v1/{path}", body);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Contains(answer.Errors, error => error.Contains(says, StringComparison.Ordinal));
        Assert.Contains(says, answer.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_is_told_at_once()
    {
        var shape = await console.Admin.PostAsync("/api/v1/jobs", """{ "nam": "x", "roles": [{ "type": 1 }], "env": null }""");
        Assert.Equal(5, shape.Errors.Length);
        var sense = await console.Admin.PostAsync("/api/v1/jobs", "{}");
        Assert.Equal(HttpStatusCode.BadRequest, sense.Status);
        Assert.True(sense.Body.GetProperty("findings").GetArrayLength() >= 3, sense.Body.ToString());
    }

    [Theory]
    [InlineData("/api/v1/jobs?dryrn=true")]
    [InlineData("/api/v1/jobs?dryRun=yes")]
    [InlineData("/api/v1/jobs?dryRun=")]
    public async Task A_misspelt_dry_run_is_not_a_command(string path)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await console.Operator.PostAsync(path, Specs.Job("api-misspelt"))).Status);
        Assert.Equal(0, (await console.Admin.GetAsync("/api/v1/operations?q=api-misspelt")).Body.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_body_has_a_size_a_type_and_a_key_of_reasonable_length()
    {
        var large = $$"""{ "name": "{{new string('x', 300_000)}}" }""";
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await console.Operator.PostAsync("/api/v1/jobs", large)).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await console.Operator.PostAsync("/api/v1/jobs", "a=1", type: "text/plain")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await console.Operator.PostAsync("/api/v1/jobs", Specs.Job("api-key"), key: new string('k', 201))).Status);
    }

    [Theory]
    [InlineData("notebooks/nope/start")]
    [InlineData("notebooks/nope/stop")]
    [InlineData("jobs/nope/stop")]
    [InlineData("jobs/nope/clone")]
    [InlineData("jobs/nope/clone?dryRun=true")]
    [InlineData("services/nope/restart")]
    public async Task A_command_for_what_does_not_exist_is_not_found(string path)
    {
        var answer = await console.Operator.PostAsync($"/api/v1/{path}");
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.ContentType));
    }
}
