using System.Diagnostics;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Crashes;

/// <summary>The engine in a process of its own, which dies without a word.</summary>
internal static class KilledProcess
{
    private const int KilledBySignal9 = 137;

    public static Process Start(EngineUnderTest engine, params string[] arguments)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "PaiConsole.CrashHost.dll");
        var process = new Process
        {
            StartInfo = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet")
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        foreach (var argument in new[] { host, engine.Emulator.Url, engine.Emulator.OssUrl, engine.Database }.Concat(arguments))
            process.StartInfo.ArgumentList.Add(argument);
        // It lives for two seconds: what the runtime learns for later is wasted.
        process.StartInfo.Environment["DOTNET_TieredPGO"] = "0";
        process.Start();
        return process;
    }

    public static async Task RunToDeathAsync(EngineUnderTest engine, params string[] arguments)
    {
        using var process = Start(engine, arguments);
        var said = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(process.ExitCode == KilledBySignal9, $"It ended with {process.ExitCode}: {await said}");
    }
}
