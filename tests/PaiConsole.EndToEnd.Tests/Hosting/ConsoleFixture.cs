using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using PaiConsole.Emulator;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(ConsoleFixture))]

// One browser, one world, two cores: what a test measures or moves forward would disturb its neighbours.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace PaiConsole.EndToEnd.Tests.Hosting;

/// <summary>The console over the demo world, shared by all tests, and the browser.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    private RunningConsole _console = null!;
    private IPage? _page;

    public ConsoleBrowser Browser { get; private set; } = null!;
    public EmulatorHost Emulator => _console.Emulator;
    public string Url => _console.Url;

    public async ValueTask InitializeAsync()
    {
        Browser = await ConsoleBrowser.StartAsync();
        _console = await RunningConsole.StartAsync(Browser, new EmulatorOptions { Seed = "demo" });
    }

    /// <summary>A signed-in page of a browser of its own. The page of the test before is closed: open pages keep the console busy and count towards its limit.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        if (_page is not null)
            await _page.Context.CloseAsync();
        return _page = await _console.OpenAsync(path, width, scheme);
    }

    public async ValueTask DisposeAsync()
    {
        await _console.DisposeAsync();
        await Browser.DisposeAsync();
    }
}
