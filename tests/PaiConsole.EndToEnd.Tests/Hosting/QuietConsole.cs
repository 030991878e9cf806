using System.Text.Json;
using Microsoft.Playwright;
using PaiConsole.Emulator;

namespace PaiConsole.EndToEnd.Tests.Hosting;

/// <summary>A console over a world of its own with nothing in it: its clock may be moved by days, and what calls for somebody was made by the test.</summary>
public sealed class QuietConsole(ConsoleFixture shared) : IAsyncLifetime
{
    private static readonly TimeSpan _china = TimeSpan.FromHours(8);
    private RunningConsole _console = null!;
    private IPage? _page;

    public Emulator.World.World World => _console.Emulator.World;

    public string EmulatorUrl => _console.Emulator.Url;

    public async ValueTask InitializeAsync() =>
        _console = await RunningConsole.StartAsync(shared.Browser, new EmulatorOptions { Seed = "empty" });

    /// <summary>A signed-in page of a browser of its own; the page of the test before is closed.</summary>
    public async Task<IPage> OpenAsync(string path)
    {
        if (_page is not null)
            await _page.Context.CloseAsync();
        return _page = await _console.OpenAsync(path);
    }

    /// <summary>Creates a notebook by REST and lets it start.</summary>
    public async Task<string> RunningNotebookAsync(IPage page, string name, string sku)
    {
        var created = await page.APIRequest.PostAsync("/api/v1/notebooks", new()
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Authorization"] = $"Bearer {RunningConsole.Token}" },
            DataObject = new { name, sku, image = "registry-vpc.cn-shanghai.aliyuncs.com/team/torch:2.6-gpu" },
        });
        Assert.True(created.Status == 202, await created.TextAsync());
        var operation = (await created.JsonAsync())!.Value.GetProperty("id").GetString();
        var sent = await EventuallyAsync(page, $"/api/v1/operations/{operation}", body => body.GetProperty("target").GetProperty("id").ValueKind == JsonValueKind.String);
        var id = sent.GetProperty("target").GetProperty("id").GetString()!;
        World.Advance(TimeSpan.FromMinutes(3));
        await EventuallyAsync(page, $"/api/v1/notebooks/{id}", body => body.GetProperty("status").GetString() == "Running");
        return id;
    }

    /// <summary>Fixes how busy a notebook is from now on.</summary>
    public async Task LoadAsync(IPage page, string id, int cpu, int gpu)
    {
        var answer = await page.APIRequest.PostAsync($"{_console.Emulator.Url}/_emulator/notebooks/{id}/load", new() { DataObject = new { cpuPercent = cpu, gpuPercent = gpu } });
        Assert.True(answer.Ok, await answer.TextAsync());
    }

    /// <summary>To the next Friday, half past seven in the evening in Shanghai.</summary>
    public void MoveToFriday()
    {
        var there = World.Clock.Now.ToOffset(_china);
        var friday = new DateTimeOffset(there.Date, _china).AddDays(((int)DayOfWeek.Friday - (int)there.DayOfWeek + 7) % 7).AddHours(19.5);
        World.Advance((friday > there ? friday : friday.AddDays(7)) - there);
    }

    public ValueTask DisposeAsync() => _console.DisposeAsync();

    /// <summary>Asks by REST until the answer is as wished.</summary>
    public static async Task<JsonElement> EventuallyAsync(IPage page, string path, Func<JsonElement, bool> wished)
    {
        for (var attempt = 0; attempt < 120; attempt++)
        {
            var answer = await page.APIRequest.GetAsync(path);
            if (answer.Ok && (await answer.JsonAsync())!.Value is var body && wished(body))
                return body;
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System);
        }
        throw new InvalidOperationException($"{path} did not come to be as wished.");
    }
}
