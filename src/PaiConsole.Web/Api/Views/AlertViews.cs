using PaiConsole.Engine.Alerts;
using PaiConsole.Engine.Notebooks;

namespace PaiConsole.Web.Api.Views;

/// <summary>Something that somebody should look at.</summary>
/// <param name="Id">Sorts by time.</param>
/// <param name="Topic"><c>left-on</c>, <c>disk</c>, <c>start</c>, <c>queue</c>, <c>end</c>, <c>budget</c> or <c>duration</c>: one alert per topic and object is open at most.</param>
/// <param name="Rule">The rule that speaks: <c>gpu-idle</c>, <c>outside-hours</c>, <c>no-auto-stop</c>, <c>disk-wipe</c>, <c>failed-start</c>; of jobs <c>job-failed</c>, <c>job-reclaimed</c>, <c>job-gpu-idle</c>, <c>job-over-budget</c>, <c>job-over-plan</c>, <c>job-stuck</c>.</param>
/// <param name="Severity"><c>Info</c>, <c>Warning</c> or <c>Critical</c>.</param>
/// <param name="Kind">Kind of its object.</param>
/// <param name="ResourceId">Its object.</param>
/// <param name="Name">What people call that.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Since">Since when the condition holds.</param>
/// <param name="OpenedAt">When the alert opened.</param>
/// <param name="ResolvedAt">When it closed.</param>
/// <param name="CostPerHour">What the object costs per hour while it runs; null where unknown.</param>
/// <param name="Wasted">What was wasted so far, or in the end; of a job that failed, was reclaimed or is over budget, what it has cost. Null where no money is told, or the price is unknown.</param>
/// <param name="Fix">What helps: <c>Stop</c>, <c>IdleRule</c>, <c>Start</c>, <c>Resume</c> or <c>Open</c>.</param>
/// <param name="Cause">What brought a failed job down, such as <c>OutOfMemory</c>, by the cloud's words; <c>Unknown</c> where they tell nothing; null for any other alert.</param>
/// <param name="Detail">What the cloud said.</param>
/// <param name="AcknowledgedAt">When somebody took note.</param>
/// <param name="AcknowledgedBy">Who.</param>
/// <param name="SnoozedUntil">Put off until then.</param>
/// <param name="SnoozedBy">By whom.</param>
public sealed record AlertView(
    string Id, string Topic, string Rule, string Severity, string Kind, string ResourceId, string Name, string Owner, DateTimeOffset Since,
    DateTimeOffset OpenedAt, DateTimeOffset? ResolvedAt, MoneyView? CostPerHour, MoneyView? Wasted, string Fix, string? Cause, string? Detail,
    DateTimeOffset? AcknowledgedAt, string? AcknowledgedBy, DateTimeOffset? SnoozedUntil, string? SnoozedBy)
{
    internal static AlertView From(AlertRow row, DateTimeOffset now) => new(
        row.Id, row.Topic, row.RuleId, row.Severity.ToString(), row.Kind.ToString(), row.ResourceId, row.Name, row.Owner, row.Since, row.OpenedAt, row.ResolvedAt,
        MoneyView.From(row.PerHour), MoneyView.From(row.Wasted(now)), row.Fix.ToString(), row.Cause?.ToString(), row.Detail, row.AcknowledgedAt, row.AcknowledgedBy,
        row.SnoozedUntil, row.SnoozedBy);
}

/// <summary>What was left on in a stretch of time.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End; the present instant of the cloud's clock while it is not over.</param>
/// <param name="Items">The notebooks, the most wasteful first.</param>
/// <param name="Cost">What they cost, as far as prices are known.</param>
/// <param name="IdleCost">Of it, what nobody used.</param>
/// <param name="Saved">What idle rules saved.</param>
/// <param name="CouldSave">What a rule of 30 minutes would have saved besides.</param>
/// <param name="Unpriced">Notebooks whose sums are at least the figure.</param>
public sealed record LeftOnView(
    DateTimeOffset From, DateTimeOffset To, IReadOnlyList<LeftOnLineView> Items, MoneyView Cost, MoneyView IdleCost, MoneyView Saved, MoneyView CouldSave, int Unpriced)
{
    internal static LeftOnView Of(LeftOnReport report) => new(
        report.From, report.To, [.. report.Lines.Select(LeftOnLineView.Of)], MoneyView.From(report.Cost)!, MoneyView.From(report.IdleCost)!,
        MoneyView.From(report.Saved)!, MoneyView.From(report.CouldSave)!, report.Unpriced);
}

/// <summary>What one notebook did in that time.</summary>
/// <param name="Id">InstanceId.</param>
/// <param name="Name">Name.</param>
/// <param name="Owner">Owner.</param>
/// <param name="Sku">Instance type.</param>
/// <param name="RanSeconds">How long it ran.</param>
/// <param name="IdleSeconds">How long of that nobody used it.</param>
/// <param name="Cost">What the running cost; null where unknown.</param>
/// <param name="IdleCost">What the idling cost.</param>
/// <param name="Saved">What its rule saved.</param>
/// <param name="CouldSave">What a rule of 30 minutes would have saved; null where it has one.</param>
/// <param name="IdleRuleMinutes">Minutes of its rule; null without one.</param>
public sealed record LeftOnLineView(
    string Id, string Name, string Owner, string? Sku, double RanSeconds, double IdleSeconds, MoneyView? Cost, MoneyView? IdleCost, MoneyView? Saved,
    MoneyView? CouldSave, int? IdleRuleMinutes)
{
    internal static LeftOnLineView Of(LeftOnLine line) => new(
        line.Id, line.Name, line.Owner, line.Sku, line.Ran.TotalSeconds, line.Idle.TotalSeconds, MoneyView.From(line.Cost), MoneyView.From(line.IdleCost),
        MoneyView.From(line.Saved), MoneyView.From(line.CouldSave), line.RuleMinutes);
}
