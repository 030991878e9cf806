using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>An instance as ListServiceInstances gives it.</summary>
internal sealed class InstanceAnswer(ModelService service, Replica replica)
{
    public string InstanceName { get; } = replica.Name;
    public string Status { get; } = replica.Status;
    public string Reason { get; } = replica.Trouble is not null ? ServingTrouble.Reason : replica.Status.ToUpperInvariant();
    public string? InstanceType { get; } = replica.Machine.Sku.Length > 0 ? replica.Machine.Sku : null;
    public bool IsSpot { get; } = replica.Machine.IsSpot;
    public bool IsLatest { get; } = replica.Generation == service.Generation;
    public bool IsReplica { get; }
    public bool Isolated { get; }
    public bool Detached { get; }
    public int RestartCount { get; }
    public int ReadyProcesses { get; } = replica.IsRunning ? 1 : 0;
    public int TotalProcesses { get; } = 1;
    public string Role { get; } = service.Document.Type;
    public string ResourceType { get; } = ServiceFilter.ResourceType(service);
    public string Namespace { get; } = service.Document.Group ?? service.Name;
    public string HostIP { get; } = replica.HostIp;
    public string HostName { get; } = "node-" + replica.HostIp.Replace('.', '-');
    public string InnerIP { get; } = replica.Ip;
    public int InstancePort { get; } = (int)(service.Document["containers"]?[0]?["port"]?.GetValue<int>() ?? 8080);
    public double? OriginalAmount { get; } = Price(service, replica);
    public double? CurrentAmount { get; } = Price(service, replica) is { } list ? Math.Round(list * replica.Machine.SpotFactor, 4) : null;
    public string CreateTime { get; } = WireJson.Iso(replica.Created);
    public string? StartTime { get; } = WireJson.Iso(replica.Started);
    public string? StartAt { get; } = WireJson.Iso(replica.Started);
    public string Zone { get; } = service.World.Options.Region + "-" + "bgl"[(int)(Signal.Hash(replica.Name, 9) % 3)];

    private static double? Price(ModelService service, Replica replica) =>
        SkuCatalogue.Find(replica.Machine.Sku)?.PricePerHour.TryGetValue(service.World.Options.Region, out var price) == true ? price : null;
}
