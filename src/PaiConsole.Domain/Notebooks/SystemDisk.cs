namespace PaiConsole.Domain.Notebooks;

/// <summary>
/// The system disk of a notebook on public resources: 100 GiB free of charge that survive a restart, cleared once the
/// notebook has been stopped for more than 15 days, and deleted with it (DSW CreateInstance, CloudDisks).
/// </summary>
public static class SystemDisk
{
    /// <summary>What comes free of charge, GiB.</summary>
    public const int FreeGib = 100;

    /// <summary>How long it is kept after a stop.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(15);

    /// <summary>When it is cleared; null while the notebook is not stopped, or on a quota, where the console knows no such rule.</summary>
    public static DateTimeOffset? ClearedAt(NotebookStatus status, DateTimeOffset since, string? sku) =>
        status.Phase() == Domain.Phase.Stopped && sku is not null ? since + Kept : null;
}
