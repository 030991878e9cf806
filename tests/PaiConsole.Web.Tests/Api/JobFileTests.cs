using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace PaiConsole.Web.Tests.Api;

public sealed class JobFileTests(ConsoleUnderTest console)
{
    [Fact]
    public async Task The_filtered_list_comes_as_a_table_with_every_job_once()
    {
        var listed = (await console.Viewer.GetAsync("/api/v1/jobs?sort=name&pageSize=200")).Body.GetProperty("items").EnumerateArray().ToList();
        var (headers, csv) = await FileAsync("/api/v1/jobs/export?format=csv&sort=name");
        Assert.Equal("text/csv", headers.ContentType!.MediaType);
        Assert.EndsWith(".csv\"", headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var lines = csv.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("id,name,type,status,", lines[0], StringComparison.Ordinal);
        Assert.Equal(listed.Select(job => job.GetProperty("id").GetString()), lines.Skip(1).Take(200).Select(line => line.Split(',')[0]));
    }

    [Fact]
    public async Task As_json_it_has_money_as_numbers_and_what_is_unknown_as_null()
    {
        var (headers, text) = await FileAsync("/api/v1/jobs/export?format=json&status=Running");
        Assert.Equal("application/json", headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(text);
        Assert.NotEmpty(json.RootElement.EnumerateArray());
        Assert.All(json.RootElement.EnumerateArray(), job =>
        {
            Assert.Equal("Running", job.GetProperty("status").GetString());
            Assert.True(job.GetProperty("ranSeconds").GetInt64() >= 0);
            Assert.Contains(job.GetProperty("costToDate").ValueKind, new[] { JsonValueKind.Number, JsonValueKind.Null });
        });
    }

    [Fact]
    public async Task A_format_that_is_not_known_is_refused()
    {
        var answer = await console.Viewer.GetAsync("/api/v1/jobs/export?format=xlsx");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("csv or json", Assert.Single(answer.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_log_is_a_text_file_that_no_browser_takes_for_a_page()
    {
        var id = (await console.Viewer.FirstAsync("/api/v1/jobs?status=Running")).GetProperty("id");
        var (headers, text) = await FileAsync($"/api/v1/jobs/{id}/logs/file");
        Assert.Equal("text/plain", headers.ContentType!.MediaType);
        Assert.StartsWith("attachment; filename=", headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        var newest = (await console.Viewer.GetAsync($"/api/v1/jobs/{id}/logs?tail=3")).Body.GetProperty("lines").EnumerateArray().Select(line => line.GetString()!).First();
        Assert.Contains(newest, text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await console.Viewer.GetAsync($"/api/v1/jobs/{id}/logs/file?pod=nope")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await console.Viewer.GetAsync($"/api/v1/jobs/{id}/logs/file?uid=nope")).Status);
    }

    private async Task<(HttpContentHeaders Headers, string Text)> FileAsync(string path)
    {
        using var answer = await console.Viewer.RawAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        return (answer.Content.Headers, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
