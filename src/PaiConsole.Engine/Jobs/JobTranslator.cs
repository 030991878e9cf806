using System.Globalization;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Syncing;
using Dlc = PaiConsole.Cloud.Dlc;

namespace PaiConsole.Engine.Jobs;

/// <summary>Between the DLC wire and the Domain's words.</summary>
internal static class JobTranslator
{
    public static TrainingJob ToDomain(Dlc.Job wire)
    {
        var (restarts, limit) = Restarts(wire.RestartTimes);
        return new TrainingJob
        {
            Id = wire.JobId ?? "",
            Name = wire.DisplayName ?? wire.JobId ?? "",
            Type = wire.JobType ?? "",
            Status = JobStates.Parse(wire.Status),
            StatusWord = wire.Status ?? "",
            SubStatus = Wire.Text(wire.SubStatus),
            Reason = Wire.Reason(wire.ReasonCode, wire.ReasonMessage),
            Owner = Wire.Owner(wire.UserId, wire.Username),
            WorkspaceId = wire.WorkspaceId,
            WorkspaceName = wire.WorkspaceName,
            Roles = [.. (wire.JobSpecs ?? []).Select(Role)],
            Command = wire.UserCommand ?? "",
            Env = wire.Envs ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Mounts = [.. (wire.DataSources ?? []).Select(data => new DataMount(Wire.Text(data.DataSourceId), Wire.Text(data.Uri), data.MountPath ?? ""))],
            Labels = wire.Settings?.Tags ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Code = wire.CodeSource is { CodeSourceId: { Length: > 0 } id } code
                ? new JobCode(id, Wire.Text(code.MountPath)) { Branch = Wire.Text(code.Branch), Commit = Wire.Text(code.Commit) }
                : null,
            Priority = wire.Priority,
            MaxRunningMinutes = wire.JobMaxRunningTimeMinutes,
            Restarts = Math.Max(restarts, wire.RetryCount ?? 0),
            RestartLimit = limit,
            CreatedAt = wire.GmtCreateTime,
            RunningAt = wire.GmtRunningTime,
            FinishedAt = wire.GmtFinishTime,
            ModifiedAt = wire.GmtModifiedTime,
            Ran = wire.Duration is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            History = [.. (wire.StatusHistory ?? []).Where(item => item is { Status: not null, StartTime: not null }).Select(item =>
                new JobTransition(item.Status!, item.StartTime!.Value, item.EndTime, Wire.Reason(item.ReasonCode, item.ReasonMessage)))],
            Pods = [.. (wire.Pods ?? []).Select(Pod)],
        };
    }

    /// <summary>
    /// What can change in a job, taken from fields that both ListJobs and GetJob give: an object read by the
    /// other of the two must not look changed.
    /// </summary>
    public static long FingerprintOf(TrainingJob job)
    {
        var print = new Fingerprint()
            .Add(job.Name).Add(job.StatusWord).Add(job.SubStatus).Add(job.Reason?.Code).Add(job.Reason?.Message)
            .Add(job.Priority).Add(job.Restarts).Add(job.FinishedAt).Add(job.RunningAt).Add(job.Roles.Count);
        foreach (var role in job.Roles)
            print = print.Add(role.Type).Add(role.Count).Add(role.Sku);
        return print.Value;
    }

    public static Dlc.CreateJobRequest ToWire(JobSpec spec, string? workspaceId, string operationId) => new()
    {
        DisplayName = spec.Name,
        JobType = spec.Type,
        UserCommand = spec.Command,
        WorkspaceId = spec.WorkspaceId ?? workspaceId,
        JobSpecs = [.. spec.Roles.Select(role => new Dlc.JobSpec
        {
            Type = role.Type,
            PodCount = role.Count,
            EcsSpec = role.Sku,
            Image = role.Image ?? spec.Image,
            RestartPolicy = Wire.Text(role.RestartPolicy),
            SpotSpec = spec.Spot is { } spot
                ? new Dlc.SpotSpec
                {
                    SpotStrategy = "SpotWithPriceLimit",
                    SpotDiscountLimit = (double?)spot.DiscountLimit,
                    SpotPriceLimit = (double?)spot.PriceLimitPerMinute,
                }
                : null,
        })],
        CodeSource = spec.Code is { } code
            ? new Dlc.CodeSource { CodeSourceId = code.Id, MountPath = Wire.Text(code.MountPath), Branch = Wire.Text(code.Branch), Commit = Wire.Text(code.Commit) }
            : null,
        DataSources = DataSources(spec),
        Envs = spec.Env.Count == 0 ? null : spec.Env,
        Priority = spec.Priority,
        JobMaxRunningTimeMinutes = spec.MaxRunningMinutes,
        Settings = new Dlc.JobSettings { Tags = Tags(spec, operationId) },
    };

    private static List<Dlc.DataSource>? DataSources(JobSpec spec)
    {
        var mounts = spec.Data.Select(data => new Dlc.DataSource { DataSourceId = data.DatasetId, Uri = data.Uri, MountPath = data.MountPath }).ToList();
        if (spec.OutputPath is { } output && output.Contains("://", StringComparison.Ordinal))
            mounts.Add(new Dlc.DataSource { Uri = output, MountPath = JobSpec.OutputMount });
        return mounts.Count == 0 ? null : mounts;
    }

    private static Dictionary<string, string> Tags(JobSpec spec, string operationId) =>
        new(spec.Labels.Concat(new ResumeMark { Times = spec.Resume?.Times ?? 0 }.Labels()), StringComparer.Ordinal) { [Wire.OperationLabel] = operationId };

    private static JobRole Role(Dlc.JobSpec spec) => new(
        spec.Type ?? "", spec.PodCount ?? 0, Wire.Text(spec.EcsSpec), Wire.Text(spec.Image),
        spec.SpotSpec is not null || spec.ElasticSpotSpecs is { Count: > 0 } || spec.UseSpotInstance == true)
    {
        Spot = Terms(spec.SpotSpec), RestartPolicy = Wire.Text(spec.RestartPolicy),
    };

    // The wire has both limits as doubles; through the shortest text 0.8 stays 0.8. One that is not set comes as null or as 0.
    private static SpotTerms? Terms(Dlc.SpotSpec? spot) => spot is null ? null
        : (Limit(spot.SpotDiscountLimit), Limit(spot.SpotPriceLimit)) is (null, null) ? null
        : new SpotTerms(Limit(spot.SpotDiscountLimit), Limit(spot.SpotPriceLimit));

    private static decimal? Limit(double? limit) => limit is > 0 and < 1_000_000 ? (decimal)limit.Value : null;

    private static JobPod Pod(Dlc.Pod pod) => new(
        pod.PodId ?? "", pod.PodUid, pod.Type, pod.Status, Wire.Text(pod.Ip) ?? Wire.Text(pod.PodIp),
        pod.GmtCreateTime, pod.GmtStartTime, pod.GmtFinishTime, [.. (pod.HistoryPods ?? []).Select(Pod)]);

    /// <summary>RestartTimes is text: <c>1/10</c> (done/limit) in GetJob, <c>1</c> in ListJobs.</summary>
    private static (int Done, int? Limit) Restarts(string? text)
    {
        var parts = (text ?? "").Split('/', 2);
        var done = int.TryParse(parts[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return (done, parts.Length == 2 && int.TryParse(parts[1], NumberStyles.Integer, CultureInfo.InvariantCulture, out var limit) ? limit : null);
    }
}
