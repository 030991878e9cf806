using PaiConsole.Domain;

namespace PaiConsole.Engine.Persistence.Entities;

/// <summary>
/// What every observed object has in a row of its own: the columns that lists filter and sort by, the
/// running cost, and the whole observation as a JSON document. Written only by reconcilers.
/// </summary>
internal abstract class ResourceEntity
{
    /// <summary>The cloud id; for services the name, which is their identity in paths.</summary>
    public string Id { get; set; } = "";
    public string Name { get; set; } = "";
    /// <summary>Lower-case text that the list filter searches: name, id, owner, SKU.</summary>
    public string SearchText { get; set; } = "";
    public string StatusWord { get; set; } = "";
    public Phase Phase { get; set; }
    public DateTimeOffset StatusSince { get; set; }
    public string OwnerId { get; set; } = "";
    public string OwnerName { get; set; } = "";
    public string? WorkspaceId { get; set; }
    public string? Sku { get; set; }
    /// <summary>Machines held when running: 1 for a notebook, nodes of a job, replicas of a service.</summary>
    public int Units { get; set; }
    /// <summary>When the cloud created it; where the cloud does not say, when it was first seen.</summary>
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset FirstSeenAt { get; set; }
    /// <summary>Set when the cloud no longer has it.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
    public bool IsDeleted { get; set; }

    /// <summary>Cost per hour while it runs, in billionths; null where the price is unknown.</summary>
    public long? RateNanos { get; set; }
    /// <summary>The rate is at most this: spot is cheaper, by an amount the list price does not tell.</summary>
    public bool RateIsUpperBound { get; set; }
    /// <summary>Cost of all closed running intervals, in billionths.</summary>
    public long CostSettledNanos { get; set; }
    /// <summary>Some running time had no price, so the cost is at least the figure.</summary>
    public bool CostIsLowerBound { get; set; }
    /// <summary>Start of the running interval that is still open; null when nothing runs.</summary>
    public DateTimeOffset? BillingSince { get; set; }
    public string Currency { get; set; } = "CNY";

    /// <summary>Number of the newest state interval; -1 before the first.</summary>
    public int IntervalSeq { get; set; } = -1;
    /// <summary>Counts up with every change of this row: a late answer never overwrites a newer one.</summary>
    public long Revision { get; set; }
    /// <summary>Hash of what can change in the observation: equal means there is nothing to write.</summary>
    public long Fingerprint { get; set; }
    /// <summary>The observation, as JSON of the Domain record.</summary>
    public string Document { get; set; } = "";

    /// <summary>A copy to change while the row before stays as it was written.</summary>
    public ResourceEntity Copy() => (ResourceEntity)MemberwiseClone();
}

internal sealed class NotebookEntity : ResourceEntity
{
    /// <summary>Since when the machine has been held without a break, whatever billed states it passed through; null while it is not held.</summary>
    public DateTimeOffset? HeldSince { get; set; }
    /// <summary>When it was held last; null where the console has not seen it run. A change of type does not move it.</summary>
    public DateTimeOffset? HeldUntil { get; set; }
    public int? IdleMinutes { get; set; }
    public int? IdleRuleMinutes { get; set; }
    public DateTimeOffset? ShutdownDueAt { get; set; }
    public bool HasGpu { get; set; }
}

internal sealed class JobEntity : ResourceEntity
{
    public string Type { get; set; } = "";
    public int Restarts { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }
    public DateTimeOffset? ModifiedAt { get; set; }
    public bool IsSpot { get; set; }
    /// <summary>Terminal jobs are never read again in a sync.</summary>
    public bool IsTerminal { get; set; }
    /// <summary>The first job of the run that it belongs to; null for that job itself, and for a run of one.</summary>
    public string? RunId { get; set; }
    /// <summary>The job that it goes on from.</summary>
    public string? ResumesId { get; set; }
    /// <summary>How often its run may be submitted again after a reclaim.</summary>
    public int ResumeTimes { get; set; }
    /// <summary>Its machines were taken for good, and its run may be submitted once more.</summary>
    public bool AwaitsResume { get; set; }
    /// <summary>The sweep that it is part of.</summary>
    public string? SweepId { get; set; }
}

internal sealed class ServiceEntity : ResourceEntity
{
    /// <summary>ServiceId: tells a recreated service from the one before under the same name.</summary>
    public string ServiceId { get; set; } = "";
    public int RunningUnits { get; set; }
    public string? GroupName { get; set; }
    public int? Weight { get; set; }
    public int? Version { get; set; }
    public bool Autoscaled { get; set; }
}
