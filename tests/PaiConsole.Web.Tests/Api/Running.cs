using System.Text;

namespace PaiConsole.Web.Tests.Api;

/// <summary>Notebooks that run, and how busy they are.</summary>
internal static class Running
{
    /// <summary>Creates one and waits until it runs.</summary>
    public static async Task<string> RunningNotebookAsync(this ConsoleUnderTest console, string name, IdleRuleBody? rule, string sku = "ecs.gn7i-c8g1.2xlarge")
    {
        var idle = rule is null ? "null" : $$"""{ "cpuPercent": {{rule.Cpu}}, "gpuPercent": {{rule.Gpu}}, "minutes": {{rule.Minutes}} }""";
        var answer = await console.Operator.PostAsync(
            "/api/v1/notebooks", $$"""{ "name": "{{name}}", "sku": "{{sku}}", "image": "{{Specs.Image}}", "idleRule": {{idle}} }""");
        Assert.True(answer.Status == System.Net.HttpStatusCode.Accepted, $"{answer.Status} {answer.Body}");
        var settled = await console.Viewer.EventuallyAsync(
            $"/api/v1/operations/{answer.Text("id")}", body => body.GetProperty("status").GetString() is "Confirmed" or "Failed" or "TimedOut");
        Assert.True(settled.GetProperty("status").GetString() == "Confirmed", settled.ToString());
        var id = settled.GetProperty("target").GetProperty("id").GetString()!;
        await console.Viewer.EventuallyAsync($"/api/v1/notebooks/{id}", body => body.GetProperty("status").GetString() == "Running");
        return id;
    }

    /// <summary>Fixes how busy it is from now on.</summary>
    public static async Task LoadAsync(this ConsoleUnderTest console, string id, int cpu, int gpu)
    {
        using var control = new HttpClient();
        using var load = new StringContent($$"""{ "cpuPercent": {{cpu}}, "gpuPercent": {{gpu}} }""", Encoding.UTF8, "application/json");
        (await control.PostAsync($"{console.Emulator.Url}/_emulator/notebooks/{id}/load", load, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }
}

/// <summary>An idle rule: percent, percent, minutes.</summary>
internal sealed record IdleRuleBody(int Cpu, int Gpu, int Minutes);
