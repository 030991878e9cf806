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
}
