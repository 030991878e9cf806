using PaiConsole.Domain.Alerts.Rules;

namespace PaiConsole.Domain.Alerts;

/// <summary>What alerts are about.</summary>
public static class AlertTopics
{
    /// <summary>A machine that was left on.</summary>
    public const string LeftOn = "left-on";
    /// <summary>A disk that will be cleared.</summary>
    public const string Disk = "disk";
    /// <summary>A start that failed.</summary>
    public const string Start = "start";
}

/// <summary>Every alert rule.</summary>
public static class AlertRules
{
    /// <summary>In the order of their ids' topics.</summary>
    public static IReadOnlyList<IAlertRule> All { get; } = [new GpuIdle(), new OutsideHours(), new NoAutoStop(), new DiskWipe(), new FailedStart()];

    /// <summary>The rule with this id, or null.</summary>
    public static IAlertRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
