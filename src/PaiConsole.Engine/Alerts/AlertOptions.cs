using PaiConsole.Domain;
using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Costs;

namespace PaiConsole.Engine.Alerts;

/// <summary>Section <c>Alerts</c>: when somebody is told.</summary>
public sealed class AlertOptions
{
    /// <summary>Minutes for which a GPU may idle before somebody is told.</summary>
    public int IdleMinutes { get; set; } = 30;
    /// <summary>Minutes for which a GPU may run with nothing that stops it.</summary>
    public int NoRuleMinutes { get; set; } = 15;
    /// <summary>And minutes after work.</summary>
    public int AfterHoursMinutes { get; set; } = 60;
    /// <summary>Days before the wipe of a disk.</summary>
    public int DiskWarningDays { get; set; } = 3;
    /// <summary>Minutes for which a job may wait for machines.</summary>
    public int QueueMinutes { get; set; } = 30;
    /// <summary>Minutes for which the GPUs of a job may do next to nothing.</summary>
    public int JobIdleMinutes { get; set; } = 30;
    /// <summary>CNY that a job may cost in all, unless its label says otherwise; nothing switches that off.</summary>
    public decimal? JobBudget { get; set; }
    /// <summary>Begin of work where the region is, such as <c>09:00</c>.</summary>
    public TimeOnly WorkFrom { get; set; } = WorkHours.Usual.From;
    /// <summary>End of work.</summary>
    public TimeOnly WorkTo { get; set; } = WorkHours.Usual.To;

    /// <summary>As the rules take them.</summary>
    public AlertSettings For(string region) => new()
    {
        IdleFor = TimeSpan.FromMinutes(IdleMinutes),
        NoRuleFor = TimeSpan.FromMinutes(NoRuleMinutes),
        AfterHoursFor = TimeSpan.FromMinutes(AfterHoursMinutes),
        DiskWarning = TimeSpan.FromDays(DiskWarningDays),
        QueueFor = TimeSpan.FromMinutes(QueueMinutes),
        JobIdleFor = TimeSpan.FromMinutes(JobIdleMinutes),
        JobBudget = JobBudget is { } cny ? Money.Cny(cny) : null,
        Hours = new WorkHours(WorkFrom, WorkTo),
        Region = region,
    };
}
