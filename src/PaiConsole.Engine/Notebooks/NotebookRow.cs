using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Notebooks.Idleness;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Engine.Notebooks;

/// <summary>A notebook in a list.</summary>
public sealed record NotebookRow : ResourceRow
{
    /// <summary>It holds a GPU when running.</summary>
    public bool HasGpu { get; init; }
    /// <summary>Minutes of the current idle run, where an idle rule measures it.</summary>
    public int? IdleMinutes { get; init; }
    /// <summary>Minutes after which the idle rule stops it; null without a rule.</summary>
    public int? IdleRuleMinutes { get; init; }
    /// <summary>When the shutdown timer stops it.</summary>
    public DateTimeOffset? ShutdownDueAt { get; init; }
    /// <summary>Since when the machine has been held without a break; null while it is not.</summary>
    public DateTimeOffset? HeldSince { get; init; }
    /// <summary>When it was held last; null where the console has not seen that.</summary>
    public DateTimeOffset? HeldUntil { get; init; }
    /// <summary>How far its idleness was judged from its figures, in this session.</summary>
    public IdleState Idle { get; init; }
    /// <summary>What else stops it by itself.</summary>
    public IReadOnlyList<AutoStop> Policies { get; init; } = [];

    /// <summary>The cloud has said what else stops it.</summary>
    public bool ArePoliciesKnown { get; init; }

    /// <summary>Since when nobody uses it; null while it is used, or nothing is known.</summary>
    public DateTimeOffset? IdleSince => Idle.Since;

    /// <summary>Its figures are recent enough to say whether it idles.</summary>
    public bool IsIdleKnown(DateTimeOffset now) => Idle.IsKnown(now);

    /// <summary>Its idle rule, a timer or a policy stops it at some time.</summary>
    public bool IsStoppedByItself => IdleRuleMinutes is not null || ShutdownDueAt is not null || Policies.Count > 0;

    /// <summary>
    /// What the idle run has cost so far, as far as figures tell; zero while it is used, null where the price or the use is unknown.
    /// </summary>
    public Money? Wasted(DateTimeOffset now) =>
        Cost.RunningSince is null ? Cost.Nothing
        : IdleSince is { } idle ? Cost.PerHour?.ForDuration(Idle.KnownTo(now) - idle)
        : IsIdleKnown(now) ? Cost.Nothing : null;
}
