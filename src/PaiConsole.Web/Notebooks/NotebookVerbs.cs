using Microsoft.Extensions.Localization;
using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Resources;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shared.Commands;

namespace PaiConsole.Web.Notebooks;

/// <summary>The buttons of a notebook: what each one asks first, and what it sends.</summary>
public sealed class NotebookVerbs(CommandDesk desk, NotebookCommands commands, IStringLocalizer<NotebookWords> words)
{
    /// <summary>The rule that is advised: 30 minutes below 20 % CPU and 10 % GPU.</summary>
    public static IdleRule Advised { get; } = new(20, 10, Engine.Notebooks.LeftOnReports.AdvisedMinutes);

    /// <summary>Starting makes sense.</summary>
    public static bool CanStart(NotebookRow row) => row.Pending is null && NotebookStates.Parse(row.StatusWord).CanStart();

    /// <summary>Stopping makes sense.</summary>
    public static bool CanStop(NotebookRow row) => row.Pending is null && NotebookStates.Parse(row.StatusWord).CanStop();

    /// <summary>Deleting makes sense.</summary>
    public static bool CanDelete(NotebookRow row) => row.Pending is null && NotebookStates.Parse(row.StatusWord).CanDelete();

    /// <summary>Starts it, after saying what it will cost.</summary>
    public Task StartAsync(NotebookRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Start.Title", row.Name], "start", words["Start.Text"]) { Change = row.Cost.PerHour },
        (actor, key, stop) => commands.StartAsync(actor, row.Id, key, stop));

    /// <summary>Stops it, after saying what is lost and saved.</summary>
    public Task StopAsync(NotebookRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Stop.Title", row.Name], "stop", words["Stop.Text"]) { Change = Less(row.Cost.PerHourNow), Danger = true },
        (actor, key, stop) => commands.StopAsync(actor, row.Id, key, stop));

    /// <summary>Stops several at once; those that cannot be stopped are left alone.</summary>
    /// <returns>True when the person said yes.</returns>
    public Task<bool> StopAllAsync(IReadOnlyList<NotebookRow> rows)
    {
        var able = rows.Where(CanStop).ToList();
        return desk.AskAndSendAllAsync(
            new Confirmation(words["StopAll.Title", able.Count], "stop", words["Stop.Text"])
            {
                Change = Less(Money.SumOfMain(able.Select(row => row.Cost.PerHourNow).OfType<Money>())),
                Danger = true,
            },
            able.Select<NotebookRow, Func<Domain.Operations.Actor, string, CancellationToken, Task<Engine.Operations.CommandOutcome>>>(
                row => (actor, key, stop) => commands.StopAsync(actor, row.Id, key, stop)));
    }

    /// <summary>Deletes it, once its name was typed.</summary>
    public Task DeleteAsync(NotebookRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Delete.Title", row.Name], "delete", words["Delete.Text"]) { TypeName = row.Name },
        (actor, key, stop) => commands.DeleteAsync(actor, row.Id, key, stop));

    /// <summary>Gives one or several an idle rule; one that has a rule gets this one instead.</summary>
    public Task RuleAsync(IReadOnlyList<NotebookRow> rows, IdleRule? rule = null)
    {
        var wanted = rule ?? Advised;
        return desk.AskAndSendAllAsync(
            new Confirmation(
                rows.Count == 1 ? words["Rule.Title", wanted.Minutes, rows[0].Name] : words["RuleAll.Title", wanted.Minutes, rows.Count], "idle-rule",
                words["Rule.Text", wanted.Minutes, wanted.CpuPercent, wanted.GpuPercent]),
            rows.Select<NotebookRow, Func<Domain.Operations.Actor, string, CancellationToken, Task<Engine.Operations.CommandOutcome>>>(
                row => (actor, key, stop) => commands.SetIdleRuleAsync(actor, row.Id, wanted, key, stop)));
    }

    /// <summary>Takes the idle rules of several away.</summary>
    public Task RemoveRulesAsync(IReadOnlyList<NotebookRow> rows)
    {
        var ruled = rows.Where(row => row.IdleRuleMinutes is not null).ToList();
        return desk.AskAndSendAllAsync(
            new Confirmation(words["RuleOffAll.Title", ruled.Count], "idle-rule-delete", words["RuleOff.Text"]) { Danger = true },
            ruled.Select<NotebookRow, Func<Domain.Operations.Actor, string, CancellationToken, Task<Engine.Operations.CommandOutcome>>>(
                row => (actor, key, stop) => commands.RemoveIdleRuleAsync(actor, row.Id, key, stop)));
    }

    /// <summary>Stops several at a fixed time.</summary>
    public Task TimersAsync(IReadOnlyList<NotebookRow> rows, DateTimeOffset due)
    {
        var running = rows.Where(CanStop).ToList();
        return desk.AskAndSendAllAsync(
            new Confirmation(words["TimerAll.Title", running.Count], "shutdown-timer", words["Timer.Text", RelativeTime.Stamp(due)]),
            running.Select<NotebookRow, Func<Domain.Operations.Actor, string, CancellationToken, Task<Engine.Operations.CommandOutcome>>>(
                row => (actor, key, stop) => commands.SetShutdownTimerAsync(actor, row.Id, due, key, stop)));
    }

    /// <summary>Takes its idle rule away.</summary>
    public Task RemoveRuleAsync(NotebookRow row) => desk.AskAndSendAsync(
        new Confirmation(words["RuleOff.Title", row.Name], "idle-rule-delete", words["RuleOff.Text"]) { Danger = true },
        (actor, key, stop) => commands.RemoveIdleRuleAsync(actor, row.Id, key, stop));

    /// <summary>
    /// Lets it idle for an hour more than it would now. The cloud has no call for that: a rule that is set anew starts its clock
    /// again, so the new one takes what was left and an hour.
    /// </summary>
    public Task KeepAsync(NotebookRow row, IdleRule rule)
    {
        var left = Math.Max(0, rule.Minutes - (row.IdleMinutes ?? 0));
        var longer = rule with { Minutes = left + 60 };
        return desk.AskAndSendAsync(
            new Confirmation(words["Keep.Title", row.Name], "keep", words["Keep.Text", longer.Minutes])
            {
                CostNote = row.Cost.PerHour is { } rate ? words["Keep.Note", MoneyWords.Write(rate)].Value : null,
            },
            (actor, key, stop) => commands.SetIdleRuleAsync(actor, row.Id, longer, key, stop));
    }

    /// <summary>Stops it at a fixed time.</summary>
    public Task TimerAsync(NotebookRow row, DateTimeOffset due) => desk.AskAndSendAsync(
        new Confirmation(words["Timer.Ask", row.Name], "shutdown-timer", words["Timer.Text", RelativeTime.Stamp(due)]),
        (actor, key, stop) => commands.SetShutdownTimerAsync(actor, row.Id, due, key, stop));

    /// <summary>Takes its timer away.</summary>
    public Task RemoveTimerAsync(NotebookRow row) => desk.AskAndSendAsync(
        new Confirmation(words["TimerOff.Title", row.Name], "shutdown-timer-delete", words["TimerOff.Text"]) { Danger = true },
        (actor, key, stop) => commands.RemoveShutdownTimerAsync(actor, row.Id, key, stop));

    /// <summary>Takes it to another instance type: stop, change and start in one go where it runs.</summary>
    /// <param name="row">The notebook.</param>
    /// <param name="sku">The type that it shall have.</param>
    /// <param name="start">It shall run afterwards.</param>
    /// <param name="perHour">What an hour on that type costs; null where unknown.</param>
    public Task MoveAsync(NotebookRow row, string sku, bool start, Money? perHour)
    {
        var runs = row.Phase == Phase.Running;
        return desk.AskAndSendAsync(
            new Confirmation(words["Move.Title", row.Name, sku], "move", words[runs ? "Move.Running" : start ? "Move.Start" : "Move.Stopped"])
            {
                Change = start && perHour is { } after ? after with { Nanos = after.Nanos - (row.Cost.PerHourNow?.Nanos ?? 0) } : null, Danger = runs,
            },
            (actor, key, stop) => commands.MoveAsync(actor, row.Id, sku, start, key, stop));
    }

    private static Money? Less(Money? rate) => rate is { } money ? money with { Nanos = -money.Nanos } : null;
}
