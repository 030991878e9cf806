namespace PaiConsole.Bench.Floors;

/// <summary>What a floor's process holds after everything that can be collected has been.</summary>
internal sealed record Memory(long Managed, long Resident)
{
    public static Memory Read()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }
        return new Memory(GC.GetTotalMemory(forceFullCollection: false), Environment.WorkingSet);
    }
}
