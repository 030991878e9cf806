using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Alerts.Rules;

/// <summary>A job that can still be stopped has cost more than it may. On spot the list price is the ceiling, and so what is compared.</summary>
internal sealed class JobOverBudget : IAlertRule<JobWatch>
{
    public string Id => "job-over-budget";
    public string Topic => AlertTopics.Budget;
    public int Rank => 1;
    public AlertSeverity Severity => AlertSeverity.Warning;
    public TimeSpan ClearFor => TimeSpan.Zero;
    public AlertFix Fix => AlertFix.Stop;
    public AlertMoney Money => AlertMoney.Spent;

    public TimeSpan For(AlertSettings settings) => TimeSpan.Zero;

    public AlertReading Read(JobWatch watched, AlertSettings settings, DateTimeOffset now)
    {
        if (watched.IsGone || (!watched.MayRun && watched.Status != JobStatus.Unknown))
            return AlertReading.Over;
        if ((watched.Limits.Budget ?? settings.JobBudget) is not { } budget)
            return AlertReading.Clear;
        if (watched.Settled.Currency != budget.Currency)
            return AlertReading.Unknown;
        if (watched.Settled.CompareTo(budget) > 0)
            return AlertReading.Holds(watched.BilledSince ?? watched.StatusSince);
        if (watched.BilledSince is not { } since)
            return AlertReading.Clear;
        if (watched.PerHour is not { } rate || rate.Currency != budget.Currency)
            return AlertReading.Unknown;
        if ((watched.Settled + rate.ForDuration(now - since)).CompareTo(budget) <= 0)
            return AlertReading.Clear;
        // When it crossed the limit follows from the rate, in whole seconds, so that it is the same instant at every look.
        return AlertReading.Holds(since + TimeSpan.FromSeconds((long)((budget - watched.Settled).Amount * 3600 / rate.Amount)));
    }
}
