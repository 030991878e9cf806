using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.CrashHost;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Services;
using PaiConsole.Engine;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Resumption;
using PaiConsole.Engine.Services;
using PaiConsole.Engine.Syncing;

// emulator url, the emulator's OSS url, database, command, its argument (a spec as JSON, or an id), and the step at which to die.
// With the command "resume": carries on what a run before it left. With the command "sync": looks at jobs until somebody kills it.
var (url, oss, database, command, argument) = (args[0], args[1], args[2], args[3], args[4]);
var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
{
    ["Emulator:Url"] = url,
    ["Emulator:OssUrl"] = oss,
    ["ConnectionStrings:PaiConsole"] = $"Data Source={database}",
}).Build();
var queue = new DirectQueue();
var collection = new ServiceCollection();
collection.AddLogging();
collection.AddOptionsFrom(configuration).AddPersistence().AddCloud(configuration).AddCore().AddNotebooks().AddJobs().AddResumption().AddModelServices().AddStorage().AddAlerts();
collection.AddSingleton<IWorkQueue>(queue);
if (args.Length > 5)
    collection.AddSingleton<IOperationProbe>(new KillingProbe(Enum.Parse<OperationStep>(args[5])));
await using var services = collection.BuildServiceProvider();
await services.GetRequiredService<DatabaseStart>().RunAsync(CancellationToken.None);

if (command == "sync")
{
    await Console.Out.WriteLineAsync("looking");
    var sync = services.GetServices<ISync>().Single(sync => sync.Key == nameof(ResourceKind.Job));
    while ((await sync.RunAsync(CancellationToken.None)).Again)
        await Console.Out.WriteLineAsync("looked");
    await Task.Delay(Timeout.Infinite);
}

if (command == "resume")
{
    await services.GetRequiredService<OperationResumer>().ResumeAsync(CancellationToken.None);
    var carrier = services.GetRequiredService<OperationRunner>();
    while (queue.Operations.TryDequeue(out var id))
        await carrier.RunAsync(id, CancellationToken.None);
    return;
}

var actor = new Actor("ana", Role.Operator);
var jobs = services.GetRequiredService<JobCommands>();
var notebooks = services.GetRequiredService<NotebookCommands>();
var outcome = await (command switch
{
    OperationKind.JobCreate => jobs.SubmitAsync(actor, JsonSerializer.Deserialize<JobSpec>(argument)!, null, "key", CancellationToken.None),
    OperationKind.JobResume => services.GetRequiredService<ResumeCommands>().ResumeAsync(actor, argument, CancellationToken.None),
    OperationKind.JobStop => jobs.StopAsync(actor, argument, "key", CancellationToken.None),
    OperationKind.NotebookCreate => notebooks.CreateAsync(actor, JsonSerializer.Deserialize<NotebookSpec>(argument)!, "key", CancellationToken.None),
    OperationKind.NotebookMove => notebooks.MoveAsync(actor, argument, "ecs.gn7-c12g1.3xlarge", start: true, "key", CancellationToken.None),
    OperationKind.NotebookStop => notebooks.StopAsync(actor, argument, "key", CancellationToken.None),
    _ => services.GetRequiredService<ServiceCommands>()
        .CreateAsync(actor, JsonSerializer.Deserialize<ServiceSpec>(argument)!, "key", CancellationToken.None),
});
if (outcome.Refusal != Refusal.None)
    throw new InvalidOperationException($"{command} was refused: {outcome.Message}");
var runner = services.GetRequiredService<OperationRunner>();
while (queue.Operations.TryDequeue(out var next))
    await runner.RunAsync(next, CancellationToken.None);
