using PaiConsole.Emulator.Eas;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>The services of the team, with what ran before.</summary>
internal static class DemoServices
{
    private const int DaysOfScaling = 7;
    private const int WarmUpSeconds = 110;
    private const int StraySeconds = 30_000;

    /// <summary>A stopped service has been so for this part of its life.</summary>
    private const double StoppedFor = 0.15;
    private static readonly TimeSpan ScalingStep = TimeSpan.FromMinutes(30);

    public static void Sow(World world)
    {
        // First everything that takes an id; how many instances there were depends on what time it is.
        ServiceGroup group = new(world, ServicePlan.CanaryGroup, Team.Named("liuyang").Id, People.DefaultWorkspace);
        var services = Array.ConvertAll(ServicePlan.All, plan => (Plan: plan, Service: Make(world, plan)));
        world.Services.AddGroup(group);
        group.Labels["owner"] = "liuyang";
        group.SetMode("customized");
        foreach (var (plan, service) in services)
        {
            var stray = plan.Days > 1 ? (int)(Signal.Hash(plan.Name, 1) % StraySeconds) : 0;
            var created = world.Now.AddSeconds(-Math.Round(plan.Days * 86400) - stray);
            Remember(world, plan, service, created);
            if (plan.Weight > 0)
                (service.TrafficState, service.Weight) = ("grouping", plan.Weight);
            world.Services.Add(service);
            if (plan.Weight > 0 && group.Members.Count == 1)
                (group.Created, group.Updated) = (created, created);
            if (plan.Status == "Updating")
                RollOut(service, plan.Version + 1);
        }

        group.Updated = services.Where(s => s.Plan.Weight > 0).Max(s => s.Service.Created);
    }

    /// <summary>A new build of it goes out.</summary>
    public static void RollOut(ModelService service, int build) =>
        service.Update(service.Document.WithLabel("build", build.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static ModelService Make(World world, ServicePlan plan)
    {
        ModelService service = new(world, ServiceBody.Of(world, plan), Team.Named(plan.Owner).Id);
        if (plan.Peak is { } peak)
            service.Traffic.Peak = peak;
        return service;
    }

    private static void Remember(World world, ServicePlan plan, ModelService service, DateTimeOffset created)
    {
        var from = created.AddSeconds(WarmUpSeconds);
        switch (plan.Status)
        {
            case "Failed":
                service.Remember(created, [], "Failed", plan.Version);
                break;
            case "Stopped":
                service.Remember(created, [(from, world.Now.AddMinutes(-Math.Round(plan.Days * 1440 * StoppedFor)), plan.Instances)], "Stopped", plan.Version);
                break;
            default:
                service.Remember(created, plan.Most > 0 ? Scaled(world, plan, service, from) : [(from, null, plan.Instances)], "Running", plan.Version);
                break;
        }
    }

    /// <summary>How the autoscaler followed the traffic of the last days; before that it is told as the lowest number.</summary>
    private static List<(DateTimeOffset From, DateTimeOffset? To, int Replicas)> Scaled(World world, ServicePlan plan, ModelService service, DateTimeOffset from)
    {
        List<(DateTimeOffset From, DateTimeOffset? To, int Replicas)> runs = [];
        var (begin, count) = (from, plan.Instances);
        for (var at = world.Now.AddDays(-DaysOfScaling); at <= world.Now.AddMinutes(-5); at += ScalingStep)
        {
            var wanted = Math.Clamp((int)Math.Ceiling(service.Traffic.Qps(at) / plan.PerInstance), plan.Instances, plan.Most);
            if (wanted == count || at <= begin)
                continue;
            runs.Add((begin, at, count));
            (begin, count) = (at, wanted);
        }

        runs.Add((begin, null, count));
        return runs;
    }
}
