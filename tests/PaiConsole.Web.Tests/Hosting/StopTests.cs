using System.Diagnostics;
using System.Net.Http.Headers;
using PaiConsole.Emulator;
using PaiConsole.Emulator.World;
using PaiConsole.Web.Tests.Api;
using PaiConsole.Web.Tests.SigningIn;

namespace PaiConsole.Web.Tests.Hosting;

public sealed class StopTests
{
    [Fact]
    public async Task A_stop_in_the_middle_of_a_command_takes_less_than_ten_seconds_and_the_next_start_carries_it_on_once()
    {
        await using var emulator = await EmulatorHost.StartAsync(new EmulatorOptions { Url = "http://127.0.0.1:0", Seed = "empty" });
        var database = Path.Combine(Directory.CreateTempSubdirectory("paiconsole-web-").FullName, "console.db");
        emulator.World.Faults.Add(new Fault { Action = "CreateJob", Kind = "slow", DelayMs = 60_000, Times = 1 });
        string operation;
        var began = 0L;
        await using (var host = new ConsoleHost { Database = database, Emulator = emulator.Url })
        {
            var caller = Script(host);
            operation = $"/api/v1/operations/{(await caller.PostAsync("/api/v1/jobs", Specs.Job("stop-job"))).Text("id")}";
            await caller.EventuallyAsync(operation, body => body.GetProperty("status").GetString() == "Sent");
            began = Stopwatch.GetTimestamp();
        }
        var drained = Stopwatch.GetElapsedTime(began);
        TestContext.Current.TestOutputHelper?.WriteLine($"stopped in {drained.TotalSeconds:0.0} s");
        Assert.True(drained < TimeSpan.FromSeconds(10), $"It took {drained.TotalSeconds} s.");

        await using var again = new ConsoleHost { Database = database, Emulator = emulator.Url };
        var settled = await Script(again).EventuallyAsync(operation, body => body.GetProperty("settledAt").ValueKind != System.Text.Json.JsonValueKind.Null);
        Assert.Equal("Confirmed", settled.GetProperty("status").GetString());
        Assert.Equal(1, emulator.World.Counts()["jobs"]);
    }

    private static Caller Script(ConsoleHost host)
    {
        var http = host.Browser();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ConsoleHost.Token);
        return new Caller(http);
    }
}
