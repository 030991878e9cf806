using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PaiConsole.Engine.Tests.Persistence;

/// <summary>A PostgreSQL of this test's own, where the machine has one installed.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly string _binaries;

    private PostgresServer(string binaries, string folder, int port) => (_binaries, _folder, ConnectionString) =
        (binaries, folder, $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres;Pooling=false");

    public string ConnectionString { get; }

    public static string? Binaries => Directory.Exists("/usr/lib/postgresql")
        ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            .LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
        : null;

    public static async Task<PostgresServer> StartAsync()
    {
        var port = FreePort();
        var folder = Directory.CreateTempSubdirectory("paiconsole-pg-").FullName;
        var server = new PostgresServer(Binaries!, folder, port);
        if (Environment.UserName == "root")
            await RunAsync("chown", "postgres", folder);
        await server.AsPostgresAsync("initdb", "-D", $"{folder}/data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        await server.AsPostgresAsync(
            "pg_ctl", "-D", $"{folder}/data", "-l", $"{folder}/log", "-w", "-o", $"-p {port} -c listen_addresses=127.0.0.1 -k {folder} -c fsync=off", "start");
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await AsPostgresAsync("pg_ctl", "-D", $"{_folder}/data", "-m", "immediate", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    // PostgreSQL refuses to run as root.
    private Task AsPostgresAsync(string program, params string[] arguments) => Environment.UserName == "root"
        ? RunAsync("runuser", ["-u", "postgres", "--", Path.Combine(_binaries, program), .. arguments])
        : RunAsync(Path.Combine(_binaries, program), arguments);

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server inherits the streams: redirected, they would never end.
        using var process = new Process { StartInfo = new ProcessStartInfo("sh") { WorkingDirectory = "/" } };
        foreach (var argument in new[] { "-c", "exec \"$@\" >/dev/null 2>&1", "sh", program }.Concat(arguments))
            process.StartInfo.ArgumentList.Add(argument);
        process.Start();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
