using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PaiConsole.Emulator.Spec;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.OfficialClients;

/// <summary>One call as the official client saw it.</summary>
internal sealed record OfficialCall(string Product, string Name, int Status, string? Code, string? Message, JsonElement? Body);

/// <summary>Runs <c>drive.mjs</c>: the operations of the catalogue through the client core that Alibaba publishes for Node.</summary>
internal static class OfficialClient
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>Every call of the story, in order; only those named <c>product/Operation</c> when <paramref name="only"/> is given.</summary>
    public static async Task<IReadOnlyList<OfficialCall>> DriveAsync(EmulatorHost host, string secret = "emulator", string? securityToken = null, string[]? only = null)
    {
        await Installed.Value;
        var input = JsonSerializer.Serialize(
            new
            {
                endpoint = new Uri(host.Url).Authority,
                accessKeyId = "emulator",
                secret,
                securityToken,
                only,
                operations = WireSurface.Operations.Specs.Select(s => new { s.Product, s.Version, s.Style, s.Name, s.Method, s.Path, s.RawBody, Wires = Wires(s) }),
            },
            Json);
        var output = await RunAsync("node", "drive.mjs", input);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<OfficialCall>(line, Json)!)];
    }

    /// <summary>How the specification wants structured query parameters written: name to <c>json</c> or <c>csv</c>.</summary>
    private static Dictionary<string, string> Wires(OperationSpec spec) => spec.Query is not { } query ? [] : query.EnumerateObject()
        .Where(p => p.Value.TryGetProperty("wire", out _))
        .ToDictionary(p => p.Name, p => p.Value.GetProperty("wire").GetString()!);

    private static async Task InstallAsync()
    {
        // npm writes down what it installed: older than what is wanted means that something else is wanted now.
        if (File.GetLastWriteTimeUtc(Path.Combine(Folder(), "node_modules", ".package-lock.json")) < File.GetLastWriteTimeUtc(Path.Combine(Folder(), "package-lock.json")))
            await RunAsync("npm", "ci --ignore-scripts --no-audit --no-fund", "");
    }

    /// <summary>Runs <c>oss.mjs</c>: one JSON line per step.</summary>
    public static async Task<IReadOnlyDictionary<string, JsonElement>> OssAsync(object input)
    {
        await Installed.Value;
        var output = await RunAsync("node", "oss.mjs", JsonSerializer.Serialize(input, Json));
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(line => line.GetProperty("as").GetString()!, line => line);
    }

    private static async Task<string> RunAsync(string program, string arguments, string input)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = Folder(),
            RedirectStandardInput = true,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(5));
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"{program} {arguments} ended with {process.ExitCode}: {await errors}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
