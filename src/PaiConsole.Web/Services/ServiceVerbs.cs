using Microsoft.Extensions.Localization;
using PaiConsole.Domain;
using PaiConsole.Domain.Services;
using PaiConsole.Engine.Services;
using PaiConsole.Web.Resources;
using PaiConsole.Web.Shared;
using PaiConsole.Web.Shared.Commands;

namespace PaiConsole.Web.Services;

/// <summary>The buttons of a service: what each one asks first, and what it sends. What ends live traffic asks for the name.</summary>
public sealed class ServiceVerbs(CommandDesk desk, ServiceCommands commands, IStringLocalizer<ServiceWords> words)
{
    /// <summary>Starting makes sense.</summary>
    public static bool CanStart(ServiceRow row) => row.Pending is null && ServiceStates.Parse(row.StatusWord).CanStart();

    /// <summary>Stopping makes sense.</summary>
    public static bool CanStop(ServiceRow row) => row.Pending is null && ServiceStates.Parse(row.StatusWord).CanStop();

    /// <summary>Restarting and scaling make sense.</summary>
    public static bool CanChange(ServiceRow row) => row.Pending is null && ServiceStates.Parse(row.StatusWord).CanChange();

    /// <summary>Deleting makes sense.</summary>
    public static bool CanDelete(ServiceRow row) => row.Pending is null && ServiceStates.Parse(row.StatusWord).CanDelete();

    /// <summary>Starts it, after saying what it will cost.</summary>
    public Task StartAsync(ServiceRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Start.Title", row.Name], "start", words["Start.Text"]) { Change = row.Cost.PerHour },
        (actor, key, stop) => commands.StartAsync(actor, row.Id, key, stop));

    /// <summary>Stops it, once its name was typed.</summary>
    public Task StopAsync(ServiceRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Stop.Title", row.Name], "stop", words["Stop.Text"]) { Change = Less(row.Cost.PerHourNow), Danger = true, TypeName = row.Name },
        (actor, key, stop) => commands.StopAsync(actor, row.Id, key, stop));

    /// <summary>Replaces the replicas one after another.</summary>
    public Task RestartAsync(ServiceRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Restart.Title", row.Name], "restart", words["Restart.Text"]),
        (actor, key, stop) => commands.RestartAsync(actor, row.Id, key, stop));

    /// <summary>Sets the number of replicas, after saying the difference in money.</summary>
    public Task ScaleAsync(ServiceRow row, int replicas) => desk.AskAndSendAsync(
        new Confirmation(words["Scale.Title", row.Name, replicas], "scale", words["Scale.Text"]) { Change = Difference(row, replicas) },
        (actor, key, stop) => commands.ScaleAsync(actor, row.Id, replicas, key, stop));

    /// <summary>Deletes it, once its name was typed.</summary>
    public Task DeleteAsync(ServiceRow row) => desk.AskAndSendAsync(
        new Confirmation(words["Delete.Title", row.Name], "delete", words["Delete.Text"]) { Change = Less(row.Cost.PerHourNow), TypeName = row.Name },
        (actor, key, stop) => commands.DeleteAsync(actor, row.Id, key, stop));

    // The rate is that of the replicas that run: one of them costs that part of it.
    private static Money? Difference(ServiceRow row, int replicas) =>
        row is { Cost.PerHour: { } rate, RunningReplicas: > 0 and var running } ? rate with { Nanos = rate.Nanos / running * (replicas - running) } : null;

    private static Money? Less(Money? rate) => rate is { } money ? money with { Nanos = -money.Nanos } : null;
}
