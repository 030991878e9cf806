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
    /// <summary>A job that waits for machines.</summary>
    public const string Queue = "queue";
    /// <summary>A job that ended badly.</summary>
    public const string End = "end";
    /// <summary>What a job costs in all.</summary>
    public const string Budget = "budget";
    /// <summary>How long a job runs.</summary>
    public const string Duration = "duration";
}

/// <summary>Every alert rule.</summary>
public static class AlertRules
{
    /// <summary>Id of the rule that tells causes.</summary>
    public const string JobFailed = "job-failed";

    /// <summary>Those of notebooks, in the order of their topics.</summary>
    public static IReadOnlyList<IAlertRule<NotebookWatch>> Notebooks { get; } =
        [new GpuIdle(), new OutsideHours(), new NoAutoStop(), new DiskWipe(), new FailedStart()];

    /// <summary>Those of training jobs.</summary>
    public static IReadOnlyList<IAlertRule<JobWatch>> Jobs { get; } =
        [new JobReclaimed(), new JobFailed(), new JobGpuIdle(), new JobOverBudget(), new JobOverPlan(), new JobStuck()];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<IAlertRule> All { get; } = [.. Notebooks, .. Jobs];

    /// <summary>The rule with this id, or null.</summary>
    public static IAlertRule? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);
}
