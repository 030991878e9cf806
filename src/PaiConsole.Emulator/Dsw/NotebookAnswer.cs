using System.Text.Json;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>A notebook as GetInstance and ListInstances give it.</summary>
internal sealed class NotebookAnswer(Notebook notebook)
{
    public string InstanceId { get; } = notebook.Id;
    public string InstanceName { get; } = notebook.Spec.Name;
    public string Status { get; } = notebook.Status;
    public string ReasonCode { get; } = notebook.ReasonCode;
    public string ReasonMessage { get; } = notebook.ReasonMessage;
    public string EcsSpec { get; } = notebook.Spec.EcsSpec;
    public string? AcceleratorType { get; } = SkuCatalogue.Find(notebook.Spec.EcsSpec)?.AcceleratorType;
    public string Accessibility { get; } = notebook.Spec.Text("Accessibility") ?? "PRIVATE";
    public long AccumulatedRunningTimeInMs { get; } = (long)notebook.Accumulated.TotalMilliseconds;
    public string GmtCreateTime { get; } = WireJson.Iso(notebook.Created);
    public string GmtModifiedTime { get; } = WireJson.Iso(notebook.Modified);
    public string PaymentType { get; } = "PayAsYouGo";
    public string? ImageId { get; } = notebook.Spec.Text("ImageId");
    public string? ImageUrl { get; } = notebook.Spec.Text("ImageUrl");
    public string? ImageName { get; } = notebook.Spec.Text("ImageUrl") is { } url ? url[(url.LastIndexOf('/') + 1)..] : null;
    public string? ResourceId { get; } = notebook.Spec.Text("ResourceId");
    public string UserId { get; } = notebook.UserId;
    public string UserName { get; } = notebook.World.People.User(notebook.UserId);
    public string TenantId { get; } = World.People.KeyOwner;
    public string WorkspaceId { get; } = notebook.WorkspaceId;
    public string WorkspaceName { get; } = notebook.World.People.Workspace(notebook.WorkspaceId);
    public long? Priority { get; } = notebook.Spec["Priority"]?.GetInt64();
    public JsonElement? Affinity { get; } = notebook.Spec["Affinity"];
    public JsonElement? CloudDisks { get; } = notebook.Spec["CloudDisks"];
    public JsonElement? CredentialConfig { get; } = notebook.Spec["CredentialConfig"];
    public JsonElement? Datasets { get; } = notebook.Spec["Datasets"];
    public string? Driver { get; } = notebook.Spec.Text("Driver");
    public JsonElement? DynamicMount { get; } = notebook.Spec["DynamicMount"];
    public JsonElement? EnvironmentVariables { get; } = notebook.Spec["EnvironmentVariables"];
    public JsonElement? Labels { get; } = notebook.Spec["Labels"];
    public JsonElement? RequestedResource { get; } = notebook.Spec["RequestedResource"];
    public JsonElement? UserVpc { get; } = notebook.Spec["UserVpc"];
    public object[]? Tags { get; } = notebook.Spec["Tag"] is { } tags
        ? [.. tags.EnumerateArray().Select(t => (object)new { TagKey = t.Text("Key"), TagValue = t.Text("Value") })]
        : null;

    public object? IdleInstanceCuller { get; } = notebook.Culler.Rule is { } rule
        ? new
        {
            InstanceId = notebook.Id,
            CpuPercentThreshold = rule.Cpu,
            GpuPercentThreshold = rule.Gpu,
            MaxIdleTimeInMinutes = rule.Minutes,
            IdleTimeInMinutes = notebook.Culler.IdleMinutes,
        }
        : null;

    public object? InstanceShutdownTimer { get; } = notebook.Timer.DueTime is { } due
        ? new
        {
            InstanceId = notebook.Id,
            DueTime = WireJson.Iso(due),
            RemainingTimeInMs = (long)(due - notebook.World.Now).TotalMilliseconds,
            GmtCreateTime = WireJson.Iso(notebook.Timer.Created),
            GmtModifiedTime = WireJson.Iso(notebook.Timer.Modified),
        }
        : null;

    public InstanceSnapshotAnswer? LatestSnapshot { get; } = notebook.Snapshots.Count > 0 ? new(notebook.Snapshots[^1]) : null;
    public InstanceSnapshotAnswer[]? InstanceSnapshotList { get; } = notebook.Snapshots.Count > 0 ? [.. notebook.Snapshots.Select(s => new InstanceSnapshotAnswer(s))] : null;

    public string InstanceUrl { get; } = $"https://dsw-{notebook.World.Options.Region}.data.aliyun.com/notebook.htm?instance={notebook.Id}#/";
    public string JupyterlabUrl { get; } = $"https://dsw-gateway-{notebook.World.Options.Region}.data.aliyun.com/{notebook.Id}/lab/";
    public string WebIDEUrl { get; } = $"https://dsw-gateway-{notebook.World.Options.Region}.data.aliyun.com/{notebook.Id}/ide/";
    public string TerminalUrl { get; } = $"https://dsw-gateway-{notebook.World.Options.Region}.data.aliyun.com/{notebook.Id}/tty/";
}
