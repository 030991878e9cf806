using PaiConsole.Domain.Alerts;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks.Idleness;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;

namespace PaiConsole.Engine.Alerts;

/// <summary>A training job as its alerts tell of it.</summary>
internal sealed class JobSubject(JobWatch watch, JobPaper paper, JobUseBook uses, ILookup<string, IAlertRule<JobWatch>> rules) : AlertSubject
{
    public override AlertDecision Decide(string topic, OpenAlert? open, AlertSettings settings, DateTimeOffset now) =>
        AlertDesk.Decide(open, [.. rules[topic]], watch, settings, now);

    public override string? Detail() => paper.Reason is { } reason ? $"{reason.Message} ({reason.Code})" : null;

    // Idling is wasted as far as the figures reach; running beyond the plan, as far as it runs.
    public override DateTimeOffset? KnownTo(AlertEntity alert, DateTimeOffset now) =>
        alert.Topic == AlertTopics.LeftOn ? watch.IsUseKnown ? null : watch.Use.JudgedTo ?? alert.CountsTo ?? now
        : watch.Status == JobStatus.Running ? null : alert.CountsTo ?? watch.StatusSince;

    public override async Task<DateTimeOffset?> EndAsync(PaiConsoleDb db, AlertEntity alert, CancellationToken ct)
    {
        var use = alert.Topic == AlertTopics.LeftOn ? uses.Last(Id) : null;
        if (use?.LastRun is { } run && run.From == alert.CountsFrom)
            return run.To;
        var end = await base.EndAsync(db, alert, ct);
        return use is { State: { Since: { } since, JudgedTo: { } last } } && since == alert.CountsFrom && end - last > IdleState.Patience ? last : end;
    }
}
