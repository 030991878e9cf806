using PaiConsole.Domain.Notebooks.Idleness;

namespace PaiConsole.Engine.Persistence.Entities;

/// <summary>How far the idleness of a running notebook has been judged. Written only by the idle watch.</summary>
internal sealed class NotebookUseEntity
{
    /// <summary>InstanceId.</summary>
    public string Id { get; set; } = "";
    /// <summary>Begin of the running session that is judged.</summary>
    public DateTimeOffset SessionFrom { get; set; }
    public DateTimeOffset? IdleSince { get; set; }
    public DateTimeOffset? JudgedTo { get; set; }
    public double? CpuPercent { get; set; }
    public double? GpuPercent { get; set; }
    /// <summary>What else stops it (QueryAutoShutdownPolicies), as JSON; null while the cloud has not said.</summary>
    public string? Policies { get; set; }
}

/// <summary>A stretch of time in which nobody used a notebook, and which is over.</summary>
internal sealed class IdleRunEntity
{
    /// <summary>InstanceId.</summary>
    public string ResourceId { get; set; } = "";
    public DateTimeOffset From { get; set; }
    public DateTimeOffset To { get; set; }
    public IdleEnd End { get; set; }
    /// <summary>Minutes of its idle rule when the run ended; null without one.</summary>
    public int? RuleMinutes { get; set; }
    /// <summary>Its idle rule or a policy ended it, and not a person.</summary>
    public bool StoppedByRule { get; set; }
}
