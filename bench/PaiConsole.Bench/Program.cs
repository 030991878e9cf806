using PaiConsole.Bench.Engine;
using PaiConsole.Bench.Floors;
using PaiConsole.Bench.Harness;
using PaiConsole.Bench.Web;

if (args is [FloorApps.Word, var floor, var url])
    return await FloorApps.RunAsync(floor, url);

IBench[] all =
[
    new QuietCycleBench(), new ApplyBench(), new CallsBench(), new ListBench(),
    new FirstHtmlBench(), new PushBench(), new CircuitMemoryBench(), new ColdStartBench(),
];

var chosen = args.Length == 0 ? all : [.. all.Where(bench => args.Contains(bench.Id, StringComparer.OrdinalIgnoreCase))];
if (chosen.Length == 0)
{
    await Console.Error.WriteLineAsync($"Nothing to measure: choose from {string.Join(", ", all.Select(bench => bench.Id))}.");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};

var report = new Report(Console.Out);
report.Note($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {(System.Runtime.GCSettings.IsServerGC ? "server" : "workstation")} GC");
foreach (var bench in chosen)
    await bench.RunAsync(report, stop.Token);

if (report.Failures.Count == 0)
    return 0;
report.Title("Failed");
foreach (var failure in report.Failures)
    report.Note(failure);
return 1;
