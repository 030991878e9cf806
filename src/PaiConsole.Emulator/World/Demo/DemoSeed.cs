namespace PaiConsole.Emulator.World.Demo;

/// <summary>
/// A lived-in account: a dozen people in four teams with notebooks, a month of jobs and two dozen services, and a process that keeps it moving.
/// What exists, and every id, depends on the random seed alone; when it happened hangs on the time at which the world starts.
/// </summary>
internal static class DemoSeed
{
    public static void Sow(World world)
    {
        Team.Sow(world);
        DemoImages.Sow(world);
        DemoDatasets.Sow(world);
        DemoBuckets.Sow(world);
        DemoObjects.Sow(world);
        DemoNotebooks notebooks = new(world);
        notebooks.Sow();
        DemoJobs jobs = new(world);
        jobs.Sow();
        DemoServices.Sow(world);
        new Activity(world, jobs, notebooks.Sociable).Begin();
    }
}
