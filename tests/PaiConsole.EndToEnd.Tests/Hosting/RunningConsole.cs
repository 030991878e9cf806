using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using PaiConsole.Emulator;

namespace PaiConsole.EndToEnd.Tests.Hosting;

/// <summary>The real console as a process of its own, over a PAI emulator in this one.</summary>
public sealed class RunningConsole : IAsyncDisposable
{
    public const string Token = "end-to-end-token-0123456789abcdef0123456789";

    private readonly string _database = Path.Combine(Path.GetTempPath(), $"paiconsole-e2e-{Guid.NewGuid():N}.db");
    private readonly Process _process;
    private readonly ConsoleBrowser _browser;

    private RunningConsole(ConsoleBrowser browser, EmulatorHost emulator)
    {
        (_browser, Emulator, Url) = (browser, emulator, $"http://127.0.0.1:{FreePort()}");
        var root = Root();
        var start = new ProcessStartInfo("dotnet", [Path.Combine(root, "src/PaiConsole.Web/bin/Debug/net10.0/PaiConsole.Web.dll")])
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = Url;
        start.Environment["Emulator__Url"] = emulator.Url;
        start.Environment["Emulator__OssUrl"] = emulator.OssUrl;
        start.Environment["Emulator__Embedded"] = "false";
        start.Environment["Auth__BootstrapToken"] = Token;
        start.Environment["ConnectionStrings__PaiConsole"] = $"Data Source={_database}";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public EmulatorHost Emulator { get; }
    public string Url { get; }

    /// <summary>Sows a world, starts the console over it and waits until it is ready. A long history is still being read then.</summary>
    public static async Task<RunningConsole> StartAsync(ConsoleBrowser browser, EmulatorOptions options)
    {
        options.Url = "http://127.0.0.1:0";
        var console = new RunningConsole(browser, await EmulatorHost.StartAsync(options));
        await console.ReadyAsync();
        return console;
    }

    /// <summary>A signed-in page of a browser of its own.</summary>
    public async Task<IPage> OpenAsync(string path, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await _browser.PageAsync(Url, width, scheme);
        await page.GotoAsync($"/login?t={Token}");
        await page.VisitAsync(path);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
        await Emulator.DisposeAsync();
        foreach (var file in new[] { _database, _database + "-wal", _database + "-shm" })
            File.Delete(file);
    }

    private async Task ReadyAsync()
    {
        for (var attempt = 0; attempt < 120; attempt++)
        {
            if (await _browser.AnswersAsync($"{Url}/readyz"))
                return;
            await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        }
        throw new InvalidOperationException("The console was not ready within two minutes.");
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
