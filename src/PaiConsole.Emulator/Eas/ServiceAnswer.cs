using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Eas;

/// <summary>A service as DescribeService and ListServices give it; endpoints and token come only with <paramref name="detail"/>.</summary>
internal sealed class ServiceAnswer(ModelService service, bool detail)
{
    private readonly Sku? _sku = service.Document.Candidates.Select(c => SkuCatalogue.Find(c.Type)).FirstOrDefault();

    public string ServiceName { get; } = service.Name;
    public string ServiceId { get; } = service.Uid;
    public string ServiceUid { get; } = service.Uid;
    public string Status { get; } = service.Status;
    public string Reason { get; } = service.ReasonCode.Length > 0 ? service.ReasonCode : ServiceLifecycle.Usual(service.Status).Reason;
    public string Message { get; } = service.ReasonMessage.Length > 0 ? service.ReasonMessage : Describe(service);
    public string Region { get; } = service.World.Options.Region;
    public string Namespace { get; } = service.Document.Group ?? service.Name;
    public string CallerUid { get; } = service.UserId;
    public string ParentUid { get; } = People.KeyOwner;
    public string WorkspaceId { get; } = service.WorkspaceId;
    public string Resource { get; } = service.Document.Text("metadata.resource") ?? "public";
    public string? QuotaId { get; } = service.Document.Text("metadata.quota_id");
    public bool ResourceBurstable { get; } = service.Document.Flag("metadata.resource_burstable");
    public int Cpu => (int)(service.Document.Number("metadata.cpu") ?? _sku?.Cpu ?? 0);
    public int Memory => (int)(service.Document.Number("metadata.memory") ?? (_sku?.MemoryGib ?? 0) * 1000);
    public int Gpu => (int)(service.Document.Number("metadata.gpu") ?? _sku?.Gpu ?? 0);
    public int? GPUMemory { get; } = (int?)service.Document.Number("metadata.gpu_memory");
    public int? GPUCorePercentage { get; } = (int?)service.Document.Number("metadata.gpu_core_percentage");
    public string? Image { get; } = service.Document.Image;
    public int TotalInstance { get; } = service.Desired;
    public int RunningInstance { get; } = service.Replicas.Running;
    public int PendingInstance { get; } = service.Replicas.Pending;
    public object InstanceCountInResource { get; } = new { Dedicated = 0, Public = service.Replicas.Live.Count, Quota = 0 };
    public int CurrentVersion { get; } = service.CurrentVersion;
    public int LatestVersion { get; } = service.LatestVersion;
    public string? ServiceGroup { get; } = service.Document.Group;
    public int Weight { get; } = service.Weight;
    public string TrafficState { get; } = service.TrafficState;
    public string SafetyLock { get; } = "none";
    public bool AutoscalerEnabled { get; } = service.Autoscaler.IsSet;
    public bool CronscalerEnabled { get; }
    public string ServiceConfig { get; } = service.Document.ToString();
    public string ExtraData { get; } = "{}";
    public string Source { get; } = service.Document.Text("source") ?? "";
    public string Role { get; } = service.Document.Text("metadata.role") ?? "";
    public string? WorkloadType { get; } = service.Document.Text("metadata.workload_type");
    public object[] Labels { get; } = [.. service.Document.Labels.Select(l => (object)new { LabelKey = l.Key, LabelValue = l.Value })];
    public string CreateTime { get; } = WireJson.Iso(service.Created);
    public string UpdateTime { get; } = WireJson.Iso(service.Updated > service.Since ? service.Updated : service.Since);
    public string? InternetEndpoint { get; } = detail ? Endpoints.Internet(service.World, Endpoints.Path(service)) : null;
    public string? IntranetEndpoint { get; } = detail ? Endpoints.Intranet(service.World, Endpoints.Path(service)) : null;
    public string? AccessToken { get; } = detail ? service.Token : null;

    private static string Describe(ModelService service) => service.Status is "Waiting" or "Scaling"
        ? FormattableString.Invariant($"{ServiceLifecycle.Usual(service.Status).Message}: [{service.Replicas.Live.Count(r => r.IsRunning && r.Generation == service.Generation)}/{service.Desired}] ready")
        : ServiceLifecycle.Usual(service.Status).Message;
}
