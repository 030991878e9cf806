using PaiConsole.Cloud.Dsw;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Notebooks;

/// <summary>What each command would do to a notebook.</summary>
internal static class NotebookEffects
{
    public static Effect Of(string kind, NotebookRow row, string body, PreflightContext world) => kind switch
    {
        OperationKind.NotebookStart => new("StartInstance", null, "It is given a machine, and costs money from then on.", row.Cost.PerHour),
        OperationKind.NotebookStop => new("StopInstance", null, "Everything that runs in it ends. Its disks stay.", row.Cost.Nothing),
        OperationKind.NotebookDelete => new("DeleteInstance", null, "It goes for good, with its system disk. Mounted datasets stay.", row.Cost.Nothing),
        OperationKind.NotebookSku => Sku(Documents.Read<NotebookOperations.SkuWish>(body).Sku, world),
        OperationKind.NotebookIdleRule => IdleRule(Documents.Read<IdleRule>(body), row),
        OperationKind.NotebookIdleRuleDelete => new("DeleteIdleInstanceCuller", null, "It runs on when nobody uses it.", row.Cost.PerHourNow),
        OperationKind.NotebookShutdownTimer => new(
            "CreateInstanceShutdownTimer", new CreateInstanceShutdownTimerRequest { DueTime = Documents.Read<NotebookOperations.TimerWish>(body).DueAt },
            "It is stopped then, whatever it does.", row.Cost.PerHourNow),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a command on a notebook that exists."),
    };

    private static Effect Sku(string sku, PreflightContext world) => new(
        "UpdateInstance", new UpdateInstanceRequest { EcsSpec = sku }, "It starts on this type from then on.",
        CostRules.RateIfRunning(new NotebookSpec { Sku = sku }, world.Prices, world.Region).PerHour);

    private static Effect IdleRule(IdleRule rule, NotebookRow row) => new(
        "CreateIdleInstanceCuller",
        new CreateIdleInstanceCullerRequest { CpuPercentThreshold = rule.CpuPercent, GpuPercentThreshold = rule.GpuPercent, MaxIdleTimeInMinutes = rule.Minutes },
        row.IdleRuleMinutes is null
            ? "It is stopped once it has idled that long."
            : "It is stopped once it has idled that long. The rule it has is removed first (DeleteIdleInstanceCuller).",
        row.Cost.PerHourNow);
}
