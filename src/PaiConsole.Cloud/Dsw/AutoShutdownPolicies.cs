namespace PaiConsole.Cloud.Dsw;

/// <summary>Answer of QueryAutoShutdownPolicies.</summary>
public sealed record QueryAutoShutdownPoliciesAnswer : DswAnswer
{
    /// <summary>What may stop each instance that was asked for.</summary>
    public IReadOnlyList<AutoShutdownPolicy>? AutoShutdownPolicies { get; init; }
}

/// <summary>Everything that may stop one instance.</summary>
public sealed record AutoShutdownPolicy
{
    /// <summary>The instance.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The conditions, each of which stops it; empty where nothing does.</summary>
    public IReadOnlyList<AutoShutdownCondition>? Conditions { get; init; }
}

/// <summary>One condition under which an instance is stopped.</summary>
public sealed record AutoShutdownCondition
{
    /// <summary>For example <c>IdleDuration &gt; 1440 min AND CpuUtilization &lt;= 1%</c>.</summary>
    public string? Expression { get; init; }

    /// <summary><c>Workspace</c>, <c>User</c> or <c>System</c>; an open set.</summary>
    public string? SourceType { get; init; }

    /// <summary>How near the condition is.</summary>
    public AutoShutdownContext? Context { get; init; }
}

/// <summary>How near a condition is. What it holds hangs on the kind of condition; the definition leaves it open.</summary>
public sealed record AutoShutdownContext
{
    /// <summary>Minutes it has been idle; -1 where that is not known.</summary>
    public long? IdleDuration { get; init; }

    /// <summary>Seconds until the stop if it stays idle; only while above 0.</summary>
    public long? IdleShutdownRemainingSeconds { get; init; }

    /// <summary>Seconds for which the stop is still put off; only while it is.</summary>
    public long? DelayShutdownCountdownSeconds { get; init; }

    /// <summary>Whether the user may do without the countdown; only while a stop is put off.</summary>
    public bool? EnableSkip { get; init; }
}
