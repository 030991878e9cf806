using System.Globalization;
using System.Net;
using System.Text.Json;

namespace PaiConsole.Web.Tests.Api;

/// <summary>Who holds a GPU, what that wastes, and what ends it.</summary>
public sealed class IdleApiTests(ConsoleUnderTest console)
{
    private const string A100 = "ecs.gn7-c12g1.3xlarge";

    [Fact]
    public async Task A_notebook_that_nobody_uses_counts_up_and_is_stopped_by_its_rule()
    {
        var from = console.Emulator.World.Clock.Now;
        var id = await console.RunningNotebookAsync("idle_story", new IdleRuleBody(20, 10, 20));
        var path = $"/api/v1/notebooks/{id}";
        await console.LoadAsync(id, 0, 0);

        var first = await console.Viewer.EventuallyAsync(path, body => Minutes(body) > 0);
        Assert.Equal(20, first.GetProperty("idleRuleMinutes").GetInt32());
        var later = await console.Viewer.EventuallyAsync(path, body => Minutes(body) > Minutes(first) && body.GetProperty("idleSince").ValueKind != JsonValueKind.Null);
        Assert.Equal("Running", later.GetProperty("status").GetString());
        Assert.True(later.GetProperty("wasted").GetProperty("amount").GetDecimal() > 0);

        var stopped = await console.Viewer.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Stopped");
        Assert.DoesNotContain(console.Emulator.World.Requests.List("StopInstance"), call => call.Path.Contains(id, StringComparison.Ordinal));
        Assert.Equal(0, stopped.GetProperty("costPerHour").GetProperty("amount").GetDecimal());
        var line = Assert.Single(
            (await console.Viewer.EventuallyAsync(Report(from, console.Emulator.World.Clock.Now.AddDays(1)), body => Lines(body, id).Any(item => item.GetProperty("saved").ValueKind != JsonValueKind.Null)))
                .GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetString() == id);
        Assert.InRange(line.GetProperty("idleSeconds").GetDouble(), TimeSpan.FromMinutes(15).TotalSeconds, line.GetProperty("ranSeconds").GetDouble());
        Assert.Equal((20, JsonValueKind.Null), (line.GetProperty("idleRuleMinutes").GetInt32(), line.GetProperty("couldSave").ValueKind));
    }

    [Fact]
    public async Task The_board_has_only_what_holds_a_gpu_and_the_most_wasteful_first()
    {
        var cheap = await console.RunningNotebookAsync("board_cheap", rule: null);
        var dear = await console.RunningNotebookAsync("board_dear", rule: null, A100);
        await console.LoadAsync(cheap, 0, 0);
        await console.LoadAsync(dear, 0, 0);
        var board = await console.Viewer.EventuallyAsync("/api/v1/idle", body => Wasted(body, dear) > Wasted(body, cheap) && Wasted(body, cheap) > 0);

        var items = board.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(items.Count, board.GetProperty("total").GetInt32());
        Assert.All(items, item => Assert.True(item.GetProperty("hasGpu").GetBoolean()));
        var wasted = items.Select(item => item.GetProperty("wasted")).Where(money => money.ValueKind != JsonValueKind.Null).Select(money => money.GetProperty("amount").GetDecimal()).ToList();
        Assert.Equal(wasted.OrderDescending(), wasted);
        Assert.True(items.FindIndex(item => item.GetProperty("id").GetString() == dear) < items.FindIndex(item => item.GetProperty("id").GetString() == cheap));
        foreach (var id in new[] { cheap, dear })
            Assert.Equal(HttpStatusCode.Accepted, (await console.Operator.PostAsync($"/api/v1/notebooks/{id}/stop")).Status);
        await console.Viewer.EventuallyAsync("/api/v1/idle", body => !Lines(body, cheap).Any() && !Lines(body, dear).Any());
    }

    [Fact]
    public async Task The_report_is_of_the_weekend_where_nothing_else_is_asked()
    {
        var report = (await console.Viewer.GetAsync("/api/v1/idle/report")).Body;
        var from = report.GetProperty("from").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(8));
        Assert.Equal((DayOfWeek.Friday, TimeSpan.FromHours(19)), (from.DayOfWeek, from.TimeOfDay));
        Assert.InRange(report.GetProperty("to").GetDateTimeOffset() - from, TimeSpan.Zero, TimeSpan.FromHours(62));
        foreach (var sum in new[] { "cost", "idleCost", "saved", "couldSave" })
            Assert.Equal("CNY", report.GetProperty(sum).GetProperty("currency").GetString());
    }

    [Fact]
    public async Task The_report_of_a_stretch_adds_up_and_ends_with_the_present()
    {
        var now = console.Emulator.World.Clock.Now;
        await console.Viewer.EventuallyAsync(Report(now.AddDays(-30), now.AddDays(30)), body => body.GetProperty("items").GetArrayLength() > 0);
        var report = (await console.Viewer.GetAsync(Report(now.AddDays(-30), now.AddDays(30)))).Body;
        Assert.Equal(now.AddDays(-30), report.GetProperty("from").GetDateTimeOffset());
        Assert.InRange(report.GetProperty("to").GetDateTimeOffset(), now.AddMinutes(-5), now.AddHours(2));
        foreach (var (sum, part) in new[] { ("cost", "cost"), ("idleCost", "idleCost"), ("saved", "saved"), ("couldSave", "couldSave") })
        {
            var parts = report.GetProperty("items").EnumerateArray().Select(item => item.GetProperty(part)).Where(money => money.ValueKind != JsonValueKind.Null);
            Assert.Equal(report.GetProperty(sum).GetProperty("amount").GetDecimal(), parts.Sum(money => money.GetProperty("amount").GetDecimal()));
        }
        Assert.Empty((await console.Viewer.GetAsync(Report(now.AddYears(-9), now.AddYears(-9).AddDays(60)))).Body.GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("/report?from=2026-11-20T19:00:00Z", "from and to are given together")]
    [InlineData("/report?to=2026-11-20T19:00:00Z", "from and to are given together")]
    [InlineData("/report?from=2026-11-20T19:00:00Z&to=2026-11-20T19:00:00Z", "from comes first")]
    [InlineData("/report?from=2026-11-23T09:00:00%2B08:00&to=2026-11-20T19:00:00%2B08:00", "from comes first")]
    [InlineData("/report?from=friday&to=2026-11-20T19:00:00Z", "from is an instant such as")]
    [InlineData("/report?from=2026-11-20T19:00:00Z&to=2026-13-45", "to is an instant such as")]
    [InlineData("/report?from=2099-11-20T19:00:00Z&to=2099-11-23T09:00:00Z", "from lies in the future")]
    [InlineData("/report?from=2020-01-01&to=2026-01-01", "at most 92 days")]
    [InlineData("/report?from=10:00&to=11:00", "from is an instant such as")]
    [InlineData("/report?since=friday", "Unknown query parameter 'since'")]
    [InlineData("?page=2", "Unknown query parameter 'page'")]
    public async Task A_question_that_makes_no_sense_is_refused(string question, string says)
    {
        var answer = await console.Viewer.GetAsync($"/api/v1/idle{question}");
        Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{question}: {answer.Status} {answer.Body}");
        Assert.Equal("application/problem+json", answer.ContentType);
        Assert.Contains(says, Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_notebook_moves_to_another_type_and_back_to_work_in_one_go_and_loses_its_timer_when_told()
    {
        var id = await console.RunningNotebookAsync("one_go", new IdleRuleBody(10, 5, 600));
        var path = $"/api/v1/notebooks/{id}";
        const string wish = """{ "sku": "ecs.gn6v-c8g1.2xlarge", "restart": true }""";
        Assert.Equal(HttpStatusCode.Conflict, (await console.Operator.PostAsync($"{path}/sku?dryRun=true", """{ "sku": "ecs.gn6v-c8g1.2xlarge" }""")).Status);
        var dry = await console.Operator.PostAsync($"{path}/sku?dryRun=true", wish);
        Assert.Equal((HttpStatusCode.OK, "ecs.gn6v-c8g1.2xlarge"), (dry.Status, dry.Body.GetProperty("spec").GetProperty("sku").GetString()));
        Assert.True(dry.Body.GetProperty("costPerHour").GetProperty("amount").GetDecimal() > 0);
        Assert.NotEmpty(dry.Text("consequence"));
        Assert.Empty(Commands(id, "StopInstance"));

        await ConfirmedAsync(await console.Operator.PostAsync($"{path}/sku", wish), "notebook.move");
        var moved = await console.Viewer.EventuallyAsync(path, body => body.GetProperty("status").GetString() == "Running");
        Assert.Equal(("ecs.gn6v-c8g1.2xlarge", 600), (moved.GetProperty("sku").GetString(), moved.GetProperty("idleRuleMinutes").GetInt32()));
        Assert.Equal(["StopInstance", "UpdateInstance", "StartInstance"], Commands(id, "StopInstance", "UpdateInstance", "StartInstance"));
        Assert.Equal(HttpStatusCode.Conflict, (await console.Operator.PostAsync($"{path}/sku", wish)).Status); // it is there already

        await ConfirmedAsync(await console.Operator.PostAsync($"{path}/shutdown-timer", """{ "dueAt": "2099-01-31T18:00:00Z" }"""), "notebook.shutdown-timer");
        await console.Viewer.EventuallyAsync(path, body => body.GetProperty("shutdownDueAt").ValueKind != JsonValueKind.Null);
        Assert.Equal(HttpStatusCode.OK, (await console.Operator.DeleteAsync($"{path}/shutdown-timer?dryRun=true")).Status);
        Assert.Empty(Commands(id, "DeleteInstanceShutdownTimer"));
        await ConfirmedAsync(await console.Operator.DeleteAsync($"{path}/shutdown-timer"), "notebook.shutdown-timer-delete");
        await console.Viewer.EventuallyAsync(path, body => body.GetProperty("shutdownDueAt").ValueKind == JsonValueKind.Null);
        Assert.Equal(["DeleteInstanceShutdownTimer"], Commands(id, "DeleteInstanceShutdownTimer"));
    }

    private async Task ConfirmedAsync(Answer answer, string kind)
    {
        Assert.True(answer.Status == HttpStatusCode.Accepted, $"{kind}: {answer.Status} {answer.Body}");
        Assert.Equal(kind, answer.Text("kind"));
        var settled = await console.Viewer.EventuallyAsync(
            $"/api/v1/operations/{answer.Text("id")}", body => body.GetProperty("status").GetString() is "Confirmed" or "Failed" or "TimedOut");
        Assert.True(settled.GetProperty("status").GetString() == "Confirmed", settled.ToString());
    }

    private string[] Commands(string id, params string[] actions) =>
        [.. console.Emulator.World.Requests.List().Where(call => actions.Contains(call.Action) && call.Path.Contains(id, StringComparison.Ordinal)).Select(call => call.Action)];

    private static string Report(DateTimeOffset from, DateTimeOffset to) =>
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/idle/report?from={from.UtcDateTime:O}&to={to.UtcDateTime:O}");

    private static int Minutes(JsonElement notebook) => notebook.GetProperty("idleMinutes") is { ValueKind: JsonValueKind.Number } minutes ? minutes.GetInt32() : 0;

    private static IEnumerable<JsonElement> Lines(JsonElement list, string id) =>
        list.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("id").GetString() == id);

    private static decimal Wasted(JsonElement board, string id) =>
        Lines(board, id).Sum(item => item.GetProperty("wasted") is { ValueKind: JsonValueKind.Object } money ? money.GetProperty("amount").GetDecimal() : 0);
}
