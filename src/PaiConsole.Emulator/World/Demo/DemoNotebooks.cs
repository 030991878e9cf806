using System.Text.Json;
using PaiConsole.Emulator.Dsw;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>The notebooks of the team, with the sessions that came before.</summary>
internal sealed class DemoNotebooks(World world)
{
    private const string Broken = "nas_migration";
    private const int EarlierSessions = 9;
    private const int RootDiskGib = 100;
    private readonly Dice _dice = new(world, 3);

    /// <summary>Those that their owners start and stop now and then.</summary>
    public List<Notebook> Sociable { get; } = [];

    public void Sow()
    {
        // Lenient on purpose: the vision team's policy stops only what nobody has touched for a whole day. The others have none.
        world.WorkspacePolicies.Set(world, Team.VisionWorkspace, new IdleRule(Cpu: 1, Gpu: null, Minutes: 1440));
        foreach (var plan in NotebookPlan.All)
        {
            var notebook = Add(plan);
            if (plan.Sociable)
                Sociable.Add(notebook);
        }
    }

    /// <summary>The body of CreateInstance as its owner would have sent it.</summary>
    public static JsonElement Body(World world, NotebookPlan plan)
    {
        var owner = Team.Named(plan.Owner);
        var body = new
        {
            InstanceName = plan.Name,
            WorkspaceId = owner.Workspace,
            EcsSpec = plan.Sku,
            ImageUrl = Image(world, plan, owner),
            Accessibility = "PRIVATE",
            CloudDisks = new[] { new { SubType = "rootfs", Capacity = FormattableString.Invariant($"{RootDiskGib}Gi") } },
            Datasets = new[]
            {
                new { DatasetId = DemoDatasets.Home, MountPath = "/mnt/home", MountAccess = "RW" },
                new { DatasetId = owner.Group == "vision" ? DemoDatasets.Coco : owner.Group == "recsys" ? DemoDatasets.Clicks : DemoDatasets.Shared, MountPath = "/mnt/data", MountAccess = "RW" },
            },
            EnvironmentVariables = new Dictionary<string, string>(StringComparer.Ordinal) { ["HF_HOME"] = "/mnt/home/hf" },
            Labels = new[] { new { Key = "team", Value = owner.Group } },
            SpotSpec = plan.IsSpot ? new { SpotStrategy = "SpotWithPriceLimit", SpotDiscountLimit = "0.6" } : null,
        };
        return JsonSerializer.SerializeToElement(body, WireJson.Wire);
    }

    private Notebook Add(NotebookPlan plan)
    {
        var owner = Team.Named(plan.Owner);
        Notebook notebook = new(world, world.NewId("dsw-", 16, "0123456789abcdef"), new NotebookSpec(Body(world, plan)), owner.Id);
        world.Notebooks.Add(notebook);
        var (running, queuing) = (plan.Hours > 0, plan.Hours == 0);
        var stray = TimeSpan.FromSeconds(_dice.Next(1500));
        var from = world.Now.AddHours(-plan.Hours) - stray;
        var lastEnd = world.Now.AddHours(plan.Hours) - stray;
        var length = TimeSpan.FromMinutes(_dice.Between(50, 560));
        var last = running ? (from, (DateTimeOffset?)null) : (lastEnd - length, lastEnd);
        var created = WorkTimes.At(world.Now.AddHours(-Math.Abs(plan.Hours)).AddDays(-_dice.Between(3, 60)), 9.5 + 4 * _dice.Unit());
        var earlier = Earlier(created, queuing ? created : last.Item1);
        if (queuing)
        {
            // The only one of its kind left in the zone is in use for some time yet.
            notebook.QueuedUntil = world.Now.AddMinutes(47);
            notebook.Remember(world.Now.AddMinutes(-12), [], "Queuing");
            return notebook;
        }

        if (plan.Rule is { } minutes)
            notebook.Culler.Set(new IdleRule(Cpu: 10, Gpu: 5, minutes));
        if (plan.Idle is { } hours)
            notebook.Load.Set(world.Now.AddHours(-hours), cpuPercent: 0.8 + _dice.Unit(), gpuPercent: 0);
        notebook.Remember(created, [.. earlier, last], running ? "Running" : "Stopped");
        foreach (var stop in notebook.IdleStops)
            stop.Remember(TimeSpan.FromHours(plan.Idle ?? 0));
        if (plan.StopsIn is { } left)
            notebook.Timer.Set(world.Now.AddHours(left));
        if (plan.Name == Broken)
            notebook.Fail("MountDatasetFailed", "Failed to mount dataset team-home at /mnt/home: mount target is not reachable from the VPC.");
        return notebook;
    }

    /// <summary>Days of work between two instants, some days apart.</summary>
    private List<(DateTimeOffset From, DateTimeOffset? To)> Earlier(DateTimeOffset from, DateTimeOffset to)
    {
        List<(DateTimeOffset From, DateTimeOffset? To)> sessions = [];
        for (var (i, day) = (0, from); i < EarlierSessions; i++, day = day.AddDays(_dice.Between(1, 4)))
        {
            var begin = i == 0 ? from.AddMinutes(2) : WorkTimes.At(day, 9.2 + 5 * _dice.Unit());
            var end = begin.AddMinutes(_dice.Between(40, 500));
            if (begin >= from && end <= to.AddHours(-1))
                sessions.Add((begin, end));
        }

        return sessions;
    }

    private static string Image(World world, NotebookPlan plan, Person owner) => SkuCatalogue.Find(plan.Sku) is not { Gpu: > 0 } ? DemoImages.ModelScopeCpu(world)
        : owner.Group switch
        {
            "nlp" => DemoImages.PyTorch(world),
            "vision" => DemoImages.ModelScope(world),
            "recsys" => DemoImages.EasyRec(world),
            _ => DemoImages.ModelScopeTf(world),
        };
}
