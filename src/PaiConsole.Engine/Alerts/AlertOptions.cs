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
        Hours = new WorkHours(WorkFrom, WorkTo),
        Region = region,
    };
}
