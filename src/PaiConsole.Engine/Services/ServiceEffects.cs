using System.Globalization;
using PaiConsole.Cloud.Eas;
using PaiConsole.Domain;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Operations;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Services;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Services;

/// <summary>What each command would do to a service.</summary>
internal static class ServiceEffects
{
    public static Effect Of(string kind, ServiceRow row, string body, PreflightContext world) => kind switch
    {
        OperationKind.ServiceStart => new("StartService", null, "Its replicas are given machines, and cost money from then on.", With(row, row.Units, world)),
        OperationKind.ServiceStop => new("StopService", null, "It answers nothing until it is started again.", row.Cost.Nothing),
        OperationKind.ServiceRestart => new("RestartService", null, "Its replicas restart one after another.", row.Cost.PerHourNow),
        OperationKind.ServiceScale => Scale(row, Documents.Read<ServiceOperations.ScaleWish>(body).Replicas, world),
        OperationKind.ServiceDelete => new("DeleteService", null, "It goes for good, with its endpoint: callers get errors.", row.Cost.Nothing),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a command on a service that exists."),
    };

    private static Effect Scale(ServiceRow row, int replicas, PreflightContext world) => new(
        "ScaleService", new ScaleServiceRequest { Instance = replicas },
        replicas == 0
            ? "It keeps no replica, and answers nothing until it is scaled again."
            : string.Create(CultureInfo.InvariantCulture, $"It runs with {replicas} replicas instead of {row.Units}."),
        With(row, replicas, world));

    private static Money? With(ServiceRow row, int replicas, PreflightContext world) => replicas == 0
        ? row.Cost.Nothing
        : CostRules.RateIfRunning(new ServiceSpec { Sku = row.Sku ?? "", Replicas = replicas }, world.Prices, world.Region).PerHour;
}
