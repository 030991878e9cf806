using System.Net;

namespace PaiConsole.Web.Tests.Api;

public sealed class ReadTests(ConsoleUnderTest console)
{
    [Theory]
    [InlineData("notebooks")]
    [InlineData("jobs")]
    public async Task An_item_has_what_the_contract_promises(string kind)
    {
        var page = (await console.Viewer.GetAsync($"/api/v1/{kind}?pageSize=1")).Body;
        var item = Assert.Single(page.GetProperty("items").EnumerateArray());
        foreach (var member in new[] { "id", "name", "status", "owner", "sku", "costPerHour", "costToDate", "asOf" })
            Assert.True(item.TryGetProperty(member, out _), member);
        Assert.Equal("CNY", item.GetProperty("costToDate").GetProperty("currency").GetString());
        Assert.EndsWith("+00:00", page.GetProperty("asOf").GetString(), StringComparison.Ordinal);
        Assert.False(page.GetProperty("isStale").GetBoolean());
    }

    [Fact]
    public async Task Lists_are_filtered_sorted_and_paged()
    {
        var running = (await console.Viewer.GetAsync("/api/v1/notebooks?status=Running&sort=-costPerHour")).Body;
        var costs = running.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("costPerHour").GetProperty("amount").GetDecimal()).ToList();
        Assert.NotEmpty(costs);
        Assert.Equal(costs.OrderDescending(), costs);

        var byName = (await console.Viewer.GetAsync("/api/v1/jobs?sort=name&pageSize=200")).Body;
        var names = byName.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!).ToList();
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        var second = (await console.Viewer.GetAsync("/api/v1/jobs?sort=name&page=2&pageSize=3")).Body;
        Assert.Equal(names.Skip(3).Take(3), second.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString()!));
    }

    [Theory]
    [InlineData("notebooks")]
    [InlineData("jobs")]
    public async Task A_detail_explains_how_it_got_here_and_what_it_costs(string kind)
    {
        var item = await console.Viewer.FirstAsync($"/api/v1/{kind}?status=Running");
        var detail = await console.Viewer.GetAsync($"/api/v1/{kind}/{item.GetProperty("id")}");
        Assert.Equal(HttpStatusCode.OK, detail.Status);
        Assert.True(detail.Body.GetProperty("timeline").GetArrayLength() > 0);
        Assert.Equal(item.GetProperty("name").ToString(), detail.Text("name"));
        Assert.True(detail.Body.GetProperty("ratePerHour").GetProperty("amount").GetDecimal() > 0);
    }

    [Fact]
    public async Task Logs_are_read_from_the_cloud_of_the_pod_that_is_named()
    {
        var job = await console.Viewer.FirstAsync("/api/v1/jobs?status=Running");
        var log = (await console.Viewer.GetAsync($"/api/v1/jobs/{job.GetProperty("id")}/logs?tail=5")).Body;
        Assert.InRange(log.GetProperty("lines").GetArrayLength(), 0, 5);
        Assert.Contains(log.GetProperty("pod").GetString(), log.GetProperty("pods").EnumerateArray().Select(pod => pod.GetString()));
        var strange = await console.Viewer.GetAsync($"/api/v1/jobs/{job.GetProperty("id")}/logs?pod=nope");
        Assert.Equal(HttpStatusCode.NotFound, strange.Status);
    }

    [Fact]
    public async Task Events_prices_and_reference_lists_answer()
    {
        var events = (await console.Viewer.GetAsync("/api/v1/events?pageSize=5")).Body;
        Assert.Equal(5, events.GetProperty("items").GetArrayLength());
        Assert.True(events.GetProperty("total").GetInt32() > 5);
        var price = Assert.Single((await console.Viewer.GetAsync("/api/v1/prices?sku=ecs.gn7i-c8g1.2xlarge&region=cn-shanghai")).Body.GetProperty("items").EnumerateArray());
        Assert.True(price.GetProperty("perHour").GetProperty("amount").GetDecimal() > 0);
        Assert.NotEqual("", price.GetProperty("source").GetString());
        foreach (var list in new[] { "workspaces", "datasets", "images", "operations" })
            Assert.Equal(HttpStatusCode.OK, (await console.Viewer.GetAsync($"/api/v1/{list}")).Status);
    }

    [Theory]
    [InlineData("/api/v1/notebooks?page=0", "page is a whole number")]
    [InlineData("/api/v1/notebooks?pageSize=201", "pageSize is a whole number from 1 to 200")]
    [InlineData("/api/v1/jobs?sort=colour", "sort is one of name")]
    [InlineData("/api/v1/jobs?desc=perhaps&sort=name", "desc is true or false")]
    [InlineData("/api/v1/jobs?statsu=Running", "Unknown query parameter 'statsu'")]
    [InlineData("/api/v1/operations?status=Done", "status is one of Requested")]
    public async Task A_query_that_is_not_understood_is_refused(string path, string says)
    {
        var answer = await console.Viewer.GetAsync(path);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
        Assert.Contains(says, Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/notebooks/nope")]
    [InlineData("/api/v1/jobs/nope")]
    [InlineData("/api/v1/jobs/nope/logs")]
    [InlineData("/api/v1/services/nope")]
    [InlineData("/api/v1/operations/nope")]
    [InlineData("/api/v1/nothing")]
    public async Task What_does_not_exist_is_a_problem_document(string path)
    {
        var answer = await console.Viewer.GetAsync(path);
        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.Status, answer.ContentType));
    }

    [Fact]
    public async Task A_cloud_that_refuses_is_told_with_its_code_and_request_id()
    {
        var job = await console.Viewer.FirstAsync("/api/v1/jobs?status=Succeeded");
        using var control = new HttpClient();
        using var fault = new StringContent("""{ "action": "GetPodLogs", "times": 20, "kind": "error500" }""", System.Text.Encoding.UTF8, "application/json");
        (await control.PostAsync($"{console.Emulator.Url}/_emulator/faults", fault, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        try
        {
            var answer = await console.Viewer.GetAsync($"/api/v1/jobs/{job.GetProperty("id")}/logs");
            Assert.Equal((HttpStatusCode.BadGateway, "application/problem+json"), (answer.Status, answer.ContentType));
            Assert.NotEqual("", answer.Text("code"));
            Assert.NotEqual("", answer.Text("requestId"));
        }
        finally
        {
            await control.DeleteAsync($"{console.Emulator.Url}/_emulator/faults", TestContext.Current.CancellationToken);
        }
    }
}
