using PaiConsole.Domain;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;
using PaiConsole.Engine.Costs;

namespace PaiConsole.Engine.Tests.Hosting;

/// <summary>What the tests ask for, and what it really cost.</summary>
internal static class Sample
{
    public const string Sku = "ecs.gn7i-c8g1.2xlarge";
    public const string Image = "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch:2.6.0-gpu-py312-cu126-ubuntu22.04";

    public static JobSpec Job(string name = "train-nlp", int seconds = 60, int workers = 2) => new()
    {
        Name = name,
        Command = $"sleep {seconds}",
        Image = Image,
        Roles = [new JobRoleSpec("Master", 1, Sku), new JobRoleSpec("Worker", workers, "ecs.gn6i-c4g1.xlarge")],
    };

    public static NotebookSpec Notebook(string name = "exp_nlp") => new() { Name = name, Sku = Sku, Image = Image };

    public static ServiceSpec Service(string name = "chat", int replicas = 2) => new()
    {
        Name = name,
        Image = Image,
        Command = "python serve.py",
        Port = 8000,
        Sku = Sku,
        Replicas = replicas,
    };

    /// <summary>The emulator's own account of what ran, at the list prices.</summary>
    public static long LedgerNanos(EngineUnderTest engine, string kind, string id)
    {
        var prices = engine.Get<PriceDesk>();
        return engine.Emulator.World.Ledger.Intervals(kind).Where(interval => interval.Id == id)
            .GroupBy(interval => (interval.From, interval.To))
            .Sum(run => Money.Sum(run.Select(role => prices.Find(role.Sku)!.PerHour * role.Replicas))!.Value
                .ForDuration(run.Key.To!.Value - run.Key.From).Nanos);
    }
}
