namespace PaiConsole.Domain.Alerts;

/// <summary>What a team has set.</summary>
public sealed record AlertSettings
{
    /// <summary>A GPU may idle so long before somebody is told.</summary>
    public TimeSpan IdleFor { get; init; } = TimeSpan.FromMinutes(30);
    /// <summary>A GPU may run so long with nothing that stops it.</summary>
    public TimeSpan NoRuleFor { get; init; } = TimeSpan.FromMinutes(15);
    /// <summary>And so long after work.</summary>
    public TimeSpan AfterHoursFor { get; init; } = TimeSpan.FromHours(1);
    /// <summary>The wipe of a disk is told so long before.</summary>
    public TimeSpan DiskWarning { get; init; } = TimeSpan.FromDays(3);
    /// <summary>A job may wait for machines so long.</summary>
    public TimeSpan QueueFor { get; init; } = TimeSpan.FromMinutes(30);
    /// <summary>The GPUs of a job may do next to nothing so long.</summary>
    public TimeSpan JobIdleFor { get; init; } = TimeSpan.FromMinutes(30);
    /// <summary>A job may cost so much in all, where its label sets no limit of its own; null for no limit.</summary>
    public Money? JobBudget { get; init; }
    /// <summary>When people work.</summary>
    public Costs.WorkHours Hours { get; init; } = Costs.WorkHours.Usual;
    /// <summary>Where: region id.</summary>
    public string Region { get; init; } = "cn-shanghai";
}
