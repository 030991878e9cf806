using System.Globalization;
using System.Text.Json;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>The fields of a job that GetJob and ListJobs share.</summary>
internal abstract class JobAnswer(Job job)
{
    public string JobId { get; } = job.Id;
    public string DisplayName { get; } = job.DisplayName;
    public string JobType { get; } = job.Request.JobType;
    public string Status { get; } = job.Status;
    public string SubStatus { get; } = job.SubStatus;
    public string ReasonCode { get; } = job.ReasonCode;
    public string ReasonMessage { get; } = job.ReasonMessage;
    public string WorkspaceId { get; } = job.Request.WorkspaceId;
    public string WorkspaceName { get; } = job.World.People.Workspace(job.Request.WorkspaceId);
    public string UserId { get; } = job.UserId;
    public string TenantId { get; } = World.People.KeyOwner;
    public string Accessibility { get; } = job.Accessibility;
    public string ResourceId { get; } = job.Request.ResourceId ?? "";
    public string ResourceType { get; } = "ECS";
    public int Priority { get; } = job.Priority;
    public string UserCommand { get; } = job.Request.Command;
    public long Duration { get; } = (long)job.Ran.TotalSeconds;
    public string GmtCreateTime { get; } = WireJson.Iso(job.Created);
    public string? GmtSubmittedTime { get; } = WireJson.Iso(job.Submitted);
    public string? GmtRunningTime { get; } = WireJson.Iso(job.FirstRun);
    public string? GmtFinishTime { get; } = WireJson.Iso(job.Finished);
    public string? GmtSuccessedTime { get; } = job.Status == "Succeeded" ? WireJson.Iso(job.Since) : null;
    public string? GmtFailedTime { get; } = job.Status == "Failed" ? WireJson.Iso(job.Since) : null;
    public string? GmtStoppedTime { get; } = job.Status == "Stopped" ? WireJson.Iso(job.Since) : null;
    public RawJson? JobSpecs { get; } = job.Request.Echo.JobSpecs;
    public RawJson? Envs { get; } = job.Request.Echo.Envs;
    public RawJson? Settings { get; } = job.Request.Echo.Settings;
    public RawJson? CredentialConfig { get; } = job.Request.Echo.CredentialConfig;
    public RawJson? ElasticSpec { get; } = job.Request.Echo.ElasticSpec;
    public JsonElement? ThirdpartyLibs { get; } = job.Request.Body.Field("ThirdpartyLibs");
    public string? ThirdpartyLibDir { get; } = job.Request.Body.Text("ThirdpartyLibDir");
    public string? SchedulingStrategy { get; } = job.Request.Body.Text("SchedulingStrategy");
    public object? CodeSource { get; } = job.Request.Body.Field("CodeSource") is { } code
        ? new { Branch = code.Text("Branch"), CodeSourceId = code.Text("CodeSourceId"), Commit = code.Text("Commit"), MountPath = code.Text("MountPath") }
        : null;

    // CreateJob spells ExtendedCIDRs, answers spell ExtendedCidrs.
    public object? UserVpc { get; } = job.Request.Body.Field("UserVpc") is { } vpc
        ? new
        {
            DefaultRoute = vpc.Text("DefaultRoute"),
            ExtendedCidrs = vpc.Field("ExtendedCIDRs"),
            SecurityGroupId = vpc.Text("SecurityGroupId"),
            SwitchId = vpc.Text("SwitchId"),
            VpcId = vpc.Text("VpcId"),
        }
        : null;
}

/// <summary>A job as ListJobs gives it: no pods, no history, no detail of its data sources' URIs.</summary>
internal sealed class JobItemAnswer(Job job) : JobAnswer(job)
{
    public string GmtModifiedTime { get; } = WireJson.Iso(job.Since);
    public long? JobMaxRunningTimeMinutes { get; } = job.Request.Body.Long("JobMaxRunningTimeMinutes");
    public string NodeCount { get; } = job.Request.Nodes.ToString(CultureInfo.InvariantCulture);
    public long RequestCPU { get; } = job.Request.Cpus;
    public string RequestGPU { get; } = job.Request.Gpus.ToString(CultureInfo.InvariantCulture);
    public string RequestMemory { get; } = job.Request.MemoryGib.ToString(CultureInfo.InvariantCulture) + "Gi";
    public string RestartTimes { get; } = job.Restarts.ToString(CultureInfo.InvariantCulture);
    public int RetryCount { get; } = job.Restarts;
    public string Username { get; } = job.World.People.User(job.UserId);
    public bool IsDeleted { get; }
    public object[]? DataSources { get; } = job.Request.Body.Field("DataSources") is { } sources
        ? [.. sources.EnumerateArray().Select(s => (object)new { DataSourceId = s.Text("DataSourceId"), MountPath = s.Text("MountPath") })]
        : null;
}
