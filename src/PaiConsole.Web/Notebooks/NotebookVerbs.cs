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
    public Task StopAllAsync(IReadOnlyList<NotebookRow> rows)
    {
        var able = rows.Where(CanStop).ToList();
        return desk.AskAndSendAllAsync(
            new Confirmation(words["StopAll.Title", able.Count], "stop", words["Stop.Text"])
            {
                Change = Less(Money.Sum(able.Select(row => row.Cost.PerHourNow).OfType<Money>())),
                Danger = true,
            },
            able.Select<NotebookRow, Func<Domain.Operations.Actor, string, CancellationToken, Task<Engine.Operations.CommandOutcome>>>(
                row => (actor, key, stop) => commands.StopAsync(actor, row.Id, key, stop)));
    }

    /// <summary>Deletes it, once its name was typed.</summary>
    public Task DeleteAsync(NotebookRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Delete.Title", row.Name], "delete", words["Delete.Text"]) { TypeName = row.Name },
        (actor, key, stop) => commands.DeleteAsync(actor, row.Id, key, stop));

    private static Money? Less(Money? rate) => rate is { } money ? money with { Nanos = -money.Nanos } : null;
}
