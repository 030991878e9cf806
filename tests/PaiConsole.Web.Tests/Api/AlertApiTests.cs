using System.Net;
using System.Text.Json;

namespace PaiConsole.Web.Tests.Api;

/// <summary>Alerts are read, taken note of, put off and taken back.</summary>
public sealed class AlertApiTests(ConsoleUnderTest console)
{
    private const string All = "/api/v1/alerts?pageSize=200";

    [Fact]
    public async Task An_alert_is_noted_put_off_taken_back_and_closed_once_its_notebook_stops()
    {
        var notebook = await console.RunningNotebookAsync("alert_life", rule: null);
        await console.LoadAsync(notebook, 60, 80);
        var list = await console.Viewer.EventuallyAsync(All, body => Of(body, notebook).Any());
        var alert = Assert.Single(Of(list, notebook));
        Assert.Equal(("left-on", "alert_life"), (alert.GetProperty("topic").GetString(), alert.GetProperty("name").GetString()));
        Assert.True(alert.GetProperty("costPerHour").GetProperty("amount").GetDecimal() > 0);
        var path = $"/api/v1/alerts/{alert.GetProperty("id")}";

        var noted = await console.Operator.PostAsync($"{path}/acknowledge");
        Assert.Equal((HttpStatusCode.OK, "omar"), (noted.Status, noted.Text("acknowledgedBy")));
        Assert.Single(Of((await console.Viewer.GetAsync(All)).Body, notebook));

        var until = console.Emulator.World.Clock.Now.AddDays(2);
        var off = await console.Operator.PostAsync($"{path}/snooze", Until(until));
        Assert.Equal((HttpStatusCode.OK, "omar"), (off.Status, off.Text("snoozedBy")));
        Assert.Equal(until, off.Body.GetProperty("snoozedUntil").GetDateTimeOffset());
        Assert.Empty(Of((await console.Viewer.GetAsync(All)).Body, notebook));
        Assert.Single(Of((await console.Viewer.GetAsync($"{All}&state=snoozed")).Body, notebook));

        var awake = await console.Operator.DeleteAsync($"{path}/snooze");
        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Null), (awake.Status, awake.Body.GetProperty("snoozedUntil").ValueKind));
        Assert.Single(Of((await console.Viewer.GetAsync(All)).Body, notebook));

        Assert.Equal(HttpStatusCode.Accepted, (await console.Operator.PostAsync($"/api/v1/notebooks/{notebook}/stop")).Status);
        var closed = await console.Viewer.EventuallyAsync(path, body => body.GetProperty("resolvedAt").ValueKind != JsonValueKind.Null);
        Assert.Equal(alert.GetProperty("openedAt").ToString(), closed.GetProperty("openedAt").ToString());
        Assert.Empty(Of((await console.Viewer.GetAsync(All)).Body, notebook));
        Assert.Single(Of((await console.Viewer.GetAsync($"{All}&state=Resolved")).Body, notebook));
        foreach (var answer in new[]
        {
            await console.Operator.PostAsync($"{path}/acknowledge"),
            await console.Operator.PostAsync($"{path}/snooze", Until(console.Emulator.World.Clock.Now.AddDays(1))),
            await console.Operator.DeleteAsync($"{path}/snooze"),
        })
            Assert.Equal((HttpStatusCode.Conflict, "application/problem+json"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task A_failed_job_is_told_with_its_cause_and_money_and_closes_once_somebody_takes_note()
    {
        var answer = await console.Operator.PostAsync("/api/v1/jobs", $$"""
            { "name": "alert_job", "type": "PyTorchJob", "command": "sleep 20", "image": "{{Specs.Image}}",
              "roles": [{ "type": "Worker", "count": 1, "sku": "ecs.gn7i-c8g1.2xlarge" }], "env": { "PAI_EMULATOR_FAILURE": "CudaOutOfMemory" } }
            """);
        Assert.True(answer.Status == HttpStatusCode.Accepted, $"{answer.Status} {answer.Body}");
        var operation = await console.Viewer.EventuallyAsync($"/api/v1/operations/{answer.Text("id")}", body => body.GetProperty("status").GetString() == "Confirmed");
        var job = operation.GetProperty("target").GetProperty("id").GetString()!;
        var alert = Assert.Single(Of(await console.Viewer.EventuallyAsync(All, body => Of(body, job).Any()), job));
        Assert.Equal(
            ("job-failed", "end", "Job", "CudaOutOfMemory", "Open"),
            (Text(alert, "rule"), Text(alert, "topic"), Text(alert, "kind"), Text(alert, "cause"), Text(alert, "fix")));
        Assert.True(Amount(alert.GetProperty("wasted")) > 0);

        var path = $"/api/v1/alerts/{alert.GetProperty("id")}";
        Assert.Equal(HttpStatusCode.OK, (await console.Operator.PostAsync($"{path}/acknowledge")).Status);
        await console.Viewer.EventuallyAsync(path, body => body.GetProperty("resolvedAt").ValueKind != JsonValueKind.Null);
        Assert.Empty(Of((await console.Viewer.GetAsync(All)).Body, job));
    }

    [Fact]
    public async Task An_alert_is_put_off_only_until_an_instant_of_the_next_thirty_days()
    {
        var alert = await console.Viewer.FirstAsync(All);
        var path = $"/api/v1/alerts/{alert.GetProperty("id")}/snooze";
        var now = console.Emulator.World.Clock.Now;
        foreach (var body in new[]
        {
            // The console learns the time from answers, and this world runs fast.
            Until(now.AddHours(-1)), Until(now.AddDays(-1)), Until(now.AddDays(31)), Until(DateTimeOffset.MaxValue), "{}", """{ "until": null }""", """{ "until": "soon" }""",
            """{ "until": "2099-01-31" }""", """{ "until": 5 }""", """{ "til": "2099-01-31T18:00:00Z" }""", "not json",
        })
        {
            var answer = await console.Operator.PostAsync(path, body);
            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{body}: {answer.Status} {answer.Body}");
            Assert.Equal("application/problem+json", answer.ContentType);
            Assert.NotEmpty(answer.Errors);
        }
        Assert.Equal(JsonValueKind.Null, (await console.Viewer.GetAsync($"/api/v1/alerts/{alert.GetProperty("id")}")).Body.GetProperty("snoozedUntil").ValueKind);
    }

    [Theory]
    [InlineData("Open")]
    [InlineData("snoozed")]
    [InlineData("Resolved")]
    public async Task Each_shelf_answers_with_what_is_on_it(string shelf)
    {
        var page = (await console.Viewer.GetAsync($"/api/v1/alerts?state={shelf}&pageSize=200")).Body;
        foreach (var alert in page.GetProperty("items").EnumerateArray())
            Assert.Equal(shelf == "Resolved", alert.GetProperty("resolvedAt").ValueKind != JsonValueKind.Null);
        Assert.True(page.GetProperty("total").GetInt32() >= page.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_matters_most_and_wastes_most_comes_first()
    {
        string[] words = ["Info", "Warning", "Critical"];
        await console.Viewer.FirstAsync(All);
        var items = (await console.Viewer.GetAsync(All)).Body.GetProperty("items").EnumerateArray()
            .Select(item => (Severity: Array.IndexOf(words, item.GetProperty("severity").GetString()), Wasted: Amount(item.GetProperty("wasted")))).ToList();
        Assert.Equal(items.OrderByDescending(item => item.Severity).ThenByDescending(item => item.Wasted), items);
    }

    [Theory]
    [InlineData("state=closed", "state is one of Open, Snoozed, Resolved, not 'closed'")]
    [InlineData("state=7", "state is one of Open")]
    [InlineData("shelf=Open", "Unknown query parameter 'shelf'")]
    [InlineData("pageSize=0", "pageSize is a whole number from 1 to 200")]
    public async Task A_list_that_is_asked_wrongly_is_refused(string query, string says)
    {
        var answer = await console.Viewer.GetAsync($"/api/v1/alerts?{query}");
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Contains(says, Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_changes_an_alert_that_does_not_exist_and_a_viewer_changes_none()
    {
        var tomorrow = Until(console.Emulator.World.Clock.Now.AddDays(1));
        var alert = await console.Viewer.FirstAsync(All);
        foreach (var (id, caller, status) in new[]
        {
            ("nope", console.Operator, HttpStatusCode.NotFound), ("nope", console.Viewer, HttpStatusCode.Forbidden),
            (alert.GetProperty("id").GetString()!, console.Viewer, HttpStatusCode.Forbidden),
        })
        {
            Assert.Equal(status, (await caller.PostAsync($"/api/v1/alerts/{id}/acknowledge")).Status);
            Assert.Equal(status, (await caller.PostAsync($"/api/v1/alerts/{id}/snooze", tomorrow)).Status);
            Assert.Equal(status, (await caller.DeleteAsync($"/api/v1/alerts/{id}/snooze")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await console.Viewer.GetAsync("/api/v1/alerts/nope")).Status);
    }

    private static string Until(DateTimeOffset at) => $$"""{ "until": "{{at:O}}" }""";

    private static string? Text(JsonElement alert, string name) => alert.GetProperty(name).GetString();

    private static decimal Amount(JsonElement money) => money.ValueKind == JsonValueKind.Null ? 0 : money.GetProperty("amount").GetDecimal();

    private static IEnumerable<JsonElement> Of(JsonElement list, string id) =>
        list.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("resourceId").GetString() == id);
}
