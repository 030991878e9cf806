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
        OperationKind.NotebookMove => Move(Documents.Read<MoveWish>(body), row, world),
        OperationKind.NotebookShutdownTimerDelete => new("DeleteInstanceShutdownTimer", null, "Nothing stops it at a fixed time any more.", row.Cost.PerHourNow),
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

    private static Effect Move(MoveWish wish, NotebookRow row, PreflightContext world)
    {
        var after = Sku(wish.Sku, world);
        var runs = row.Cost.RunningSince is not null;
        return after with
        {
            Action = string.Join(" + ", new[] { runs ? "StopInstance" : null, "UpdateInstance", wish.Start ? "StartInstance" : null }.OfType<string>()),
            Consequence = (runs ? "It is stopped first: everything that runs in it ends. Its disks stay. " : "")
                + (wish.Start ? "It is started on the new type, and costs money from then on." : "It stays stopped."),
            PerHour = wish.Start ? after.PerHour : row.Cost.Nothing,
        };
    }

    private static Effect IdleRule(IdleRule rule, NotebookRow row) => new(
        "CreateIdleInstanceCuller",
        new CreateIdleInstanceCullerRequest { CpuPercentThreshold = rule.CpuPercent, GpuPercentThreshold = rule.GpuPercent, MaxIdleTimeInMinutes = rule.Minutes },
        row.IdleRuleMinutes is null
            ? "It is stopped once it has idled that long."
            : "It is stopped once it has idled that long. The rule it has is removed first (DeleteIdleInstanceCuller).",
        row.Cost.PerHourNow);
}
