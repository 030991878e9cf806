using System.Text.Json;
using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.PaiStudio;

/// <summary>The fields that GetTrainingJob and ListTrainingJobs share; what was sent is given back as it came.</summary>
internal abstract class TrainingJobAnswer(TrainingJob job)
{
    public string TrainingJobId { get; } = job.Id;
    public string TrainingJobName { get; } = job.Name;
    public string? TrainingJobDescription { get; } = job.Body.Text("TrainingJobDescription");
    public string? WorkspaceId { get; } = job.Body.Text("WorkspaceId");
    public string UserId { get; } = job.Dlc.UserId;
    public string Status { get; } = job.Status;
    public string ReasonCode { get; } = job.Transitions()[^1].ReasonCode;
    public string ReasonMessage { get; } = job.Dlc.ReasonMessage;
    public string? AlgorithmName { get; } = job.Body.Text("AlgorithmName");
    public string? AlgorithmProvider { get; } = job.Body.Text("AlgorithmProvider");
    public string? AlgorithmVersion { get; } = job.Body.Text("AlgorithmVersion");
    public bool IsTempAlgo { get; } = job.Body.Text("AlgorithmName") is null;
    public JsonElement? HyperParameters { get; } = job.Body.Field("HyperParameters");
    public JsonElement? InputChannels { get; } = job.Body.Field("InputChannels");
    public JsonElement? OutputChannels { get; } = job.Body.Field("OutputChannels");
    public JsonElement? Environments { get; } = job.Body.Field("Environments");
    public JsonElement? Labels { get; } = job.Body.Field("Labels");
    public JsonElement? PythonRequirements { get; } = job.Body.Field("PythonRequirements");
    public string? RoleArn { get; } = job.Body.Text("RoleArn");
    public string GmtCreateTime { get; } = WireJson.Iso(job.Dlc.Created);
    public string GmtModifiedTime { get; } = WireJson.Iso(job.Modified);
    public object[] StatusTransitions { get; } =
        [.. job.Transitions().Select(t => (object)new { t.Status, StartTime = WireJson.Iso(t.Start), EndTime = WireJson.Iso(t.End), t.ReasonCode, t.ReasonMessage })];

    protected static long? Seconds(TrainingJob job) => job.Body.Field("Scheduler")?.Long("MaxRunningTimeInSeconds");
}

/// <summary>A training job in a list: names the DLC job beneath, which GetTrainingJob does not, and has no spot terms.</summary>
internal sealed class TrainingJobItemAnswer(TrainingJob job) : TrainingJobAnswer(job)
{
    public string DlcJobId { get; } = job.Dlc.Id;
    public object? Scheduler { get; } = Seconds(job) is { } most ? new { MaxRunningTimeInSeconds = most } : null;
    public object? ComputeResource { get; } = job.Body.Field("ComputeResource") is { } resource
        ? new
        {
            EcsCount = resource.Long("EcsCount"),
            EcsSpec = resource.Text("EcsSpec"),
            InstanceCount = resource.Long("InstanceCount"),
            InstanceSpec = resource.Field("InstanceSpec"),
            ResourceId = resource.Text("ResourceId"),
        }
        : null;
}

/// <summary>A training job by itself.</summary>
internal sealed class TrainingJobDetailAnswer(TrainingJob job) : TrainingJobAnswer(job)
{
    public JsonElement? AlgorithmSpec { get; } = job.Body.Field("AlgorithmSpec");
    public JsonElement? ComputeResource { get; } = job.Body.Field("ComputeResource");
    public JsonElement? ExperimentConfig { get; } = job.Body.Field("ExperimentConfig");
    public JsonElement? Settings { get; } = job.Body.Field("Settings");
    public long? Priority { get; } = job.Body.Long("Priority");
    public long Duration { get; } = (long)job.Dlc.Ran.TotalSeconds;

    // Numbers in the request, strings in the answer.
    public object? Scheduler { get; } = job.Body.Field("Scheduler") is { } scheduler
        ? new { MaxRunningTimeInMinutes = scheduler.Long("MaxRunningTimeInMinutes")?.ToString(System.Globalization.CultureInfo.InvariantCulture), MaxRunningTimeInSeconds = Seconds(job)?.ToString(System.Globalization.CultureInfo.InvariantCulture) }
        : null;

    public object[] Instances { get; } = [.. JobPods.Of(job.Dlc).Select(p => (object)new { Name = job.Instance(p.Id), Role = p.Type.ToLowerInvariant(), p.Current.Status })];

    public object? OutputModel { get; } = job.Status == "Succeed" && job.Body.Field("OutputChannels")?.EnumerateArray().FirstOrDefault(c => c.Text("Name") == "model") is { ValueKind: JsonValueKind.Object } model
        ? new { OutputChannelName = "model", Uri = model.Text("OutputUri") }
        : null;

    public object[]? LatestMetrics { get; } = job.Dlc.FirstRun is null ? null
        : [.. TrainingMetrics.Of(job.Dlc).GroupBy(m => m.Name).Select(g => g.Last()).Select(m => (object)new { m.Name, Timestamp = WireJson.Iso(m.At), m.Value })];

    public object? LatestProgress { get; } = job.Dlc.FirstRun is null ? null : Progress(job.Dlc);

    private static object Progress(Job dlc)
    {
        var (recipe, at) = (dlc.Recipe, WireJson.Iso(dlc.World.Now));
        var left = dlc.IsFinal ? 0 : (long)((recipe.Steps - dlc.Step) * recipe.SecondsPerStep);
        return new
        {
            OverallProgress = new { Timestamp = at, Value = Math.Round((double)dlc.Step / recipe.Steps, 4) },
            RemainingTime = new { Timestamp = at, Value = left },
        };
    }
}
