using System.Net;
using System.Text.Json;

namespace PaiConsole.Web.Tests.Api;

public sealed class DescriptionTests(ConsoleUnderTest console)
{
    [Fact]
    public async Task The_description_names_every_endpoint_with_words_parameters_and_examples()
    {
        var document = (await console.Viewer.GetAsync("/openapi/v1.json")).Body;
        var operations = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (Name: $"{operation.Name} {path.Name}", operation.Value)))
            .ToList();
        Assert.True(operations.Count >= 35, $"{operations.Count} endpoints");
        Assert.All(operations, operation =>
        {
            Assert.True(operation.Value.TryGetProperty("summary", out _), operation.Name);
            Assert.True(operation.Value.TryGetProperty("description", out _), operation.Name);
        });
        var submit = document.GetProperty("paths").GetProperty("/api/v1/jobs").GetProperty("post");
        Assert.Equal("bert-finetune", Content(submit, "application/json").GetProperty("example").GetProperty("name").GetString());
        Assert.Contains("kind: PyTorchJob", Content(submit, "application/yaml").GetProperty("example").GetString(), StringComparison.Ordinal);
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString());
        Assert.Contains(submit.GetProperty("parameters").EnumerateArray(), parameter => parameter.GetProperty("name").GetString() == "Idempotency-Key");
    }

    [Theory]
    [InlineData("createNotebook", "/api/v1/notebooks")]
    [InlineData("createService", "/api/v1/services")]
    [InlineData("submitJob", "/api/v1/jobs")]
    [InlineData("submitSweep", "/api/v1/sweeps")]
    public async Task The_examples_are_bodies_that_pass(string operation, string path)
    {
        var document = (await console.Viewer.GetAsync("/openapi/v1.json")).Body;
        var post = document.GetProperty("paths").GetProperty(path).GetProperty("post");
        Assert.Equal(operation, post.GetProperty("operationId").GetString());
        var answer = await console.Operator.PostAsync($"{path}?dryRun=true", Content(post, "application/json").GetProperty("example").GetRawText());
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.DoesNotContain(answer.Body.GetProperty("findings").EnumerateArray(), finding => finding.GetRawText().Contains("\"severity\":\"error\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Metrics_tell_how_the_looks_at_the_cloud_are_going()
    {
        var metrics = (await console.Viewer.GetAsync("/metrics")).Body.GetString();
        Assert.Contains("pai_cloud_calls", metrics, StringComparison.Ordinal);
        Assert.Contains("paiconsole_sync_age", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_description_runs_its_own_scripts_and_no_others()
    {
        var first = await console.Viewer.GetAsync("/scalar/");
        var second = await console.Viewer.GetAsync("/scalar/");
        var nonces = new[] { first, second }.Select(page =>
        {
            var scripts = page.Headers.GetValues("Content-Security-Policy").Single().Split("; ").Single(part => part.StartsWith("script-src", StringComparison.Ordinal));
            Assert.DoesNotContain("unsafe", scripts, StringComparison.Ordinal);
            var nonce = scripts.Split("'nonce-")[1].TrimEnd('\'');
            Assert.All(page.Body.GetString()!.Split("<script").Skip(1), script => Assert.Contains($"nonce=\"{nonce}\"", script.Split('>')[0], StringComparison.Ordinal));
            return nonce;
        });
        Assert.Equal(2, nonces.Distinct().Count());
    }

    private static JsonElement Content(JsonElement operation, string type) => operation.GetProperty("requestBody").GetProperty("content").GetProperty(type);
}
