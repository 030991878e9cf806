namespace PaiConsole.Domain.Notebooks;

/// <summary>A condition under which the cloud stops a notebook by itself (DSW QueryAutoShutdownPolicies).</summary>
/// <param name="Expression">As the cloud writes it, such as <c>IdleDuration &gt; 1440 min AND CpuUtilization &lt;= 1%</c>.</param>
/// <param name="Source">Whose it is: <c>User</c>, <c>Workspace</c> or <c>System</c>; the set is open.</param>
/// <param name="StopsAt">When it will stop the notebook if nothing changes, cloud time; null while it does not count down.</param>
/// <param name="CanBeSkipped">The cloud lets people put it off.</param>
public sealed record AutoStop(string Expression, string Source, DateTimeOffset? StopsAt, bool CanBeSkipped);
