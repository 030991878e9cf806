namespace PaiConsole.Domain.Costs;

/// <summary>The clock on the wall where a region is: weekends and working hours follow it, not UTC.</summary>
public static class RegionTime
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>The offset from UTC. Mainland China, Hong Kong and Singapore keep UTC+8; elsewhere UTC is taken.</summary>
    public static TimeSpan Offset(string region) =>
        region.StartsWith("cn-", StringComparison.Ordinal) || region == "ap-southeast-1" ? China : TimeSpan.Zero;

    /// <summary>The same instant as people there would read it.</summary>
    public static DateTimeOffset There(DateTimeOffset instant, string region) => instant.ToOffset(Offset(region));
}
