using PaiConsole.Domain.Notebooks.Idleness;

namespace PaiConsole.Domain.Alerts;

/// <summary>What rules look at in a notebook.</summary>
public sealed record NotebookWatch
{
    /// <summary>The cloud's status.</summary>
    public required Notebooks.NotebookStatus Status { get; init; }
    /// <summary>Since when; for one that runs, since when its machine has been held.</summary>
    public required DateTimeOffset StatusSince { get; init; }
    /// <summary>When it was held last; null where the console has not seen that.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
    /// <summary>Instance type; null on a quota.</summary>
    public string? Sku { get; init; }
    /// <summary>Minutes of its idle rule; null without one.</summary>
    public int? IdleRuleMinutes { get; init; }
    /// <summary>It holds a GPU when running.</summary>
    public bool HasGpu { get; init; }
    /// <summary>The cloud no longer has it.</summary>
    public bool IsGone { get; init; }
    /// <summary>Its idle rule, a timer of the next three days or a policy will stop it; null where nobody knows.</summary>
    public bool? IsStoppedByItself { get; init; }
    /// <summary>How far idleness was judged.</summary>
    public IdleState Idle { get; init; }
    /// <summary>Its figures are recent enough to judge.</summary>
    public bool IsIdleKnown { get; init; }

    /// <summary>Its machine is held and billed, or nobody can tell.</summary>
    public bool MayBeHeld => !IsGone && (Status == Notebooks.NotebookStatus.Unknown || Notebooks.NotebookStates.IsBilled(Status));
}
