using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using PaiConsole.EndToEnd.Tests.Hosting;
using PaiConsole.Emulator;

[assembly: AssemblyFixture(typeof(ConsoleFixture))]

namespace PaiConsole.EndToEnd.Tests.Hosting;

/// <summary>The real console as a process of its own, a PAI emulator in this one, and a real Chromium.</summary>
public sealed class ConsoleFixture : IAsyncLifetime
{
    public const string Token = "end-to-end-token-0123456789abcdef0123456789";

    private static readonly string[] _chromium =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private readonly string _database = Path.Combine(Path.GetTempPath(), $"paiconsole-e2e-{Guid.NewGuid():N}.db");
    private Process? _console;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public EmulatorHost Emulator { get; private set; } = null!;
    public string Url { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Emulator = await EmulatorHost.StartAsync(new EmulatorOptions { Url = "http://127.0.0.1:0", Seed = "demo" });
        Url = $"http://127.0.0.1:{FreePort()}";
        var root = Root();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(root, "src/PaiConsole.Web/bin/Debug/net10.0/PaiConsole.Web.dll")])
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = Url;
        start.Environment["Emulator__Url"] = Emulator.Url;
        start.Environment["Emulator__Embedded"] = "false";
        start.Environment["Auth__BootstrapToken"] = Token;
        start.Environment["ConnectionStrings__PaiConsole"] = $"Data Source={_database}";
        _console = Process.Start(start)!;
        _console.OutputDataReceived += (_, _) => { };
        _console.ErrorDataReceived += (_, _) => { };
        _console.BeginOutputReadLine();
        _console.BeginErrorReadLine();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = _chromium });
        await ReadyAsync();
    }

    /// <summary>A signed-in page of a browser of its own.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Url, ViewportSize = new ViewportSize { Width = width, Height = 900 }, ColorScheme = scheme, Locale = "en-US",
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/login?t={Token}");
        await page.GotoAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_console is { HasExited: false })
        {
            _console.Kill(entireProcessTree: true);
            await _console.WaitForExitAsync();
        }
        _console?.Dispose();
        await Emulator.DisposeAsync();
        foreach (var file in new[] { _database, _database + "-wal", _database + "-shm" })
            File.Delete(file);
    }

    // The page itself is asked until it answers: the browser waits, so that no test has to.
    private async Task ReadyAsync()
    {
        var api = await _playwright!.APIRequest.NewContextAsync();
        for (var attempt = 0; attempt < 60; attempt++)
        {
            try
            {
                if ((await api.GetAsync($"{Url}/readyz")).Ok)
                    return;
            }
            catch (PlaywrightException)
            {
                // It does not listen yet.
            }
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
        throw new InvalidOperationException("The console was not ready within a minute.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PaiConsole.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The repository's root was not found.");
    }
}
