using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
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
    /// <summary>Since when nobody uses it, as judged from its figures; null while it is used or nothing is known.</summary>
    public DateTimeOffset? IdleSince { get; init; }
    /// <summary>Its figures are recent enough to say whether it idles.</summary>
    public bool IsIdleKnown { get; init; }
    /// <summary>Percent of the CPU at the last figure.</summary>
    public double? CpuPercent { get; init; }
    /// <summary>Percent of the GPU cores at the last figure.</summary>
    public double? GpuPercent { get; init; }
    /// <summary>What else stops it by itself.</summary>
    public IReadOnlyList<AutoStop> Policies { get; init; } = [];

    /// <summary>Its idle rule, its timer or a policy stops it at some time.</summary>
    public bool IsStoppedByItself => IdleRuleMinutes is not null || ShutdownDueAt is not null || Policies.Count > 0;

    /// <summary>What the idle run has cost so far; zero while it is used, null where the price or the use is unknown.</summary>
    public Money? Wasted(DateTimeOffset now) =>
        Cost.RunningSince is not { } since ? Cost.Nothing
        : IdleSince is { } idle ? Cost.PerHour?.ForDuration(now - (idle > since ? idle : since))
        : IsIdleKnown ? Cost.Nothing : null;
}
