using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PaiConsole.Bench.Floors;

namespace PaiConsole.Bench.Web;

/// <summary>A program under measurement, in a process of its own on a free port of this machine.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    public const string Token = "bench-token-0123456789abcdef0123456789abcdef";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private readonly Process _process;

    private readonly ConcurrentQueue<string?> _said;

    private readonly int _memory;

    private RunningProgram(Process process, string url, HttpClient client, CookieContainer cookies, int memory, ConcurrentQueue<string?> said) =>
        (_process, Url, Client, Cookies, _memory, _said) = (process, url, client, cookies, memory, said);

    public string Url { get; }

    /// <summary>Keeps the cookies it is given.</summary>
    public HttpClient Client { get; }

    public CookieContainer Cookies { get; }

    /// <summary>Milliseconds of processor time it has used: steadier than the clock on a machine that others use too.</summary>
    public double Processor
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    /// <summary>The console over a database and a cloud that are there already.</summary>
    /// <param name="database">Path of the SQLite file.</param>
    /// <param name="cloud">URL of the emulator.</param>
    /// <param name="first">The path whose first answer makes it count as started.</param>
    /// <param name="cookies">Of an earlier run of it, which are still good: the keys are kept.</param>
    /// <param name="settings">Environment variables besides.</param>
    /// <param name="ct">Gives up.</param>
    public static Task<RunningProgram> ConsoleAsync(
        string database, string cloud, string first, CookieContainer? cookies, IReadOnlyDictionary<string, string>? settings, CancellationToken ct)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__PaiConsole"] = $"Data Source={database}",
            ["Emulator__Embedded"] = "false",
            ["Emulator__Url"] = cloud,
            ["Auth__BootstrapToken"] = Token,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>(StringComparer.Ordinal))
            environment[name] = value;
        return StartAsync(ConsolePath(), [], environment, first, cookies, ct);
    }

    /// <summary>One of the floors.</summary>
    public static Task<RunningProgram> FloorAsync(string name, string first, CancellationToken ct) =>
        StartAsync(typeof(FloorApps).Assembly.Location, [FloorApps.Word, name], new Dictionary<string, string>(StringComparer.Ordinal), first, null, ct);

    /// <summary>Managed and resident bytes after everything that can be collected has been.</summary>
    public async Task<(double Managed, double Resident)> MemoryAsync(CancellationToken ct)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _memory, ct);
        using var reader = new StreamReader(client.GetStream());
        var parts = (await reader.ReadToEndAsync(ct)).Split(' ');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Signs the client in.</summary>
    public async Task SignInAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await Client.GetAsync($"/login?t={Token}&back=/settings", ct);
            answer.EnsureSuccessStatusCode();
        }
        catch (HttpRequestException fault)
        {
            throw new InvalidOperationException($"Signing in failed; the console said: {string.Join('\n', _said)}", fault);
        }
    }

    /// <summary>Asks it to end, as a service manager would, and waits until it has.</summary>
    public async Task StopAsync(CancellationToken ct)
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(ct);
        await _process.WaitForExitAsync(ct);
    }

    /// <summary>Ends it without a word.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await KillAsync();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<RunningProgram> StartAsync(
        string path, string[] arguments, Dictionary<string, string> environment, string first, CookieContainer? cookies, CancellationToken ct)
    {
        if (!File.Exists(path))
            throw new InvalidOperationException($"{path} is not there: build the solution in the same configuration first.");
        var url = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet", [path, .. arguments, .. (arguments.Length > 0 ? [url] : Array.Empty<string>())])
        {
            WorkingDirectory = Path.GetDirectoryName(path), UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment["DOTNET_gcServer"] = "0";
        var memory = FreePort();
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(FloorApps).Assembly.Location;
        start.Environment[StartupHook.Port] = memory.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        var said = new ConcurrentQueue<string?>();
        process.OutputDataReceived += (_, line) => said.Enqueue(line.Data);
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var jar = cookies ?? new CookieContainer();
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = jar, AllowAutoRedirect = true, ConnectTimeout = TimeSpan.FromSeconds(2) })
        {
            BaseAddress = new Uri(url),
        };
        var program = new RunningProgram(process, url, client, jar, memory, said);
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(since) > Longest)
            {
                await program.DisposeAsync();
                throw new InvalidOperationException($"{Path.GetFileName(path)} did not start: {string.Join('\n', said)}");
            }
            try
            {
                using var answer = await client.GetAsync(first, ct);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync(ct);
                return program;
            }
            catch (HttpRequestException fault) when (fault.StatusCode is null)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, ct); // It does not listen yet.
            }
        }
    }

    /// <summary>The console as built beside this program, or the one that <c>PAICONSOLE_DLL</c> names, such as a published one.</summary>
    private static string ConsolePath()
    {
        if (Environment.GetEnvironmentVariable("PAICONSOLE_DLL") is { Length: > 0 } named)
            return Path.GetFullPath(named);
        var framework = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        for (var folder = framework; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PaiConsole.sln")))
                return Path.Combine(folder.FullName, "src/PaiConsole.Web/bin", framework.Parent!.Name, framework.Name, "PaiConsole.Web.dll");
        }
        throw new InvalidOperationException("The repository's root was not found; name the console with PAICONSOLE_DLL.");
    }
}
