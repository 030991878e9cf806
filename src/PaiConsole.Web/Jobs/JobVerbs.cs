using Microsoft.Extensions.Localization;
using PaiConsole.Domain;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Resumption;
using PaiConsole.Web.Resources;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shared.Commands;

namespace PaiConsole.Web.Jobs;

/// <summary>The buttons of a job: what each one asks first, and what it sends.</summary>
public sealed class JobVerbs(CommandDesk desk, JobCommands commands, ResumeCommands resumption, IStringLocalizer<JobWords> words)
{
    /// <summary>Stopping makes sense.</summary>
    public static bool CanStop(JobRow row) => row.Pending is null && JobStates.Parse(row.StatusWord).CanStop();

    /// <summary>Deleting makes sense.</summary>
    public static bool CanDelete(JobRow row) => row.Pending is null && JobStates.Parse(row.StatusWord).CanDelete();

    /// <summary>Letting it go on makes sense.</summary>
    public static bool CanResume(JobRow row) => row.Pending is null && JobStates.Parse(row.StatusWord) is JobStatus.Failed or JobStatus.Stopped;

    /// <summary>Submits it again from its newest complete checkpoint.</summary>
    public Task ResumeAsync(JobRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Resume.Title", row.Name], "resume", words["Resume.Text"]) { Change = row.Cost.PerHour },
        (actor, key, stop) => resumption.ResumeAsync(actor, row.Id, stop));

    /// <summary>Stops it, after saying what is lost and saved.</summary>
    public Task StopAsync(JobRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Stop.Title", row.Name], "stop", words["Stop.Text"]) { Change = Less(row.Cost.PerHourNow), Danger = true },
        (actor, key, stop) => commands.StopAsync(actor, row.Id, key, stop));

    /// <summary>Stops several at once; those that cannot be stopped are left alone.</summary>
    public Task StopAllAsync(IReadOnlyList<JobRow> rows)
    {
        var able = rows.Where(CanStop).ToList();
        return desk.AskAndSendAllAsync(
            new Confirmation(words["StopAll.Title", able.Count], "stop", words["Stop.Text"])
            {
                Change = Less(Money.Sum(able.Select(row => row.Cost.PerHourNow).OfType<Money>())),
                Danger = true,
            },
            able.Select<JobRow, Func<Actor, string, CancellationToken, Task<CommandOutcome>>>(
                row => (actor, key, stop) => commands.StopAsync(actor, row.Id, key, stop)));
    }

    /// <summary>Deletes its record, once its name was typed.</summary>
    public Task DeleteAsync(JobRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Delete.Title", row.Name], "delete", words["Delete.Text"]) { TypeName = row.Name },
        (actor, key, stop) => commands.DeleteAsync(actor, row.Id, key, stop));

    private static Money? Less(Money? rate) => rate is { } money ? money with { Nanos = -money.Nanos } : null;
}
