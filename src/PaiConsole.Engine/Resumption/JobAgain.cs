using PaiConsole.Cloud.Dlc;
using PaiConsole.Engine.Syncing;

namespace PaiConsole.Engine.Resumption;

/// <summary>
/// The request that makes a job again as it was, taken from the cloud's own words and not from ours, so that what the console
/// does not know travels along. Passwords of a registry are never given back by GetJob and cannot.
/// </summary>
internal static class JobAgain
{
    /// <param name="job">GetJob's answer.</param>
    /// <param name="name">DisplayName of the new job.</param>
    /// <param name="command">Its UserCommand.</param>
    /// <param name="env">Variables to set beside its own.</param>
    /// <param name="labels">All its labels.</param>
    public static CreateJobRequest Of(
        Job job, string name, string command, IReadOnlyDictionary<string, string> env, IReadOnlyDictionary<string, string> labels) => new()
    {
        DisplayName = name,
        JobType = job.JobType ?? "",
        UserCommand = command,
        WorkspaceId = Wire.Text(job.WorkspaceId),
        // On public machines GetJob tells a resource of its own; a quota is what can be asked for.
        ResourceId = (job.JobSpecs ?? []).All(spec => Wire.Text(spec.EcsSpec) is null) ? Wire.Text(job.ResourceId) : null,
        Description = Wire.Text(job.Description),
        Accessibility = Wire.Text(job.Accessibility),
        Priority = job.Priority,
        JobMaxRunningTimeMinutes = job.JobMaxRunningTimeMinutes,
        // Of a machine of a named type the size follows; both together say it twice.
        JobSpecs = [.. (job.JobSpecs ?? []).Select(spec => Wire.Text(spec.EcsSpec) is null ? spec : spec with { ResourceConfig = null })],
        Envs = Merged(job.Envs, env),
        CodeSource = job.CodeSource is { CodeSourceId: { Length: > 0 } } code ? code : null,
        DataSources = job.DataSources is { Count: > 0 } data ? data : null,
        UserVpc = job.UserVpc is { VpcId: { Length: > 0 } } vpc
            ? new UserVpc { VpcId = vpc.VpcId, SwitchId = vpc.SwitchId, SecurityGroupId = vpc.SecurityGroupId, DefaultRoute = vpc.DefaultRoute, ExtendedCIDRs = vpc.ExtendedCidrs }
            : null,
        Settings = (job.Settings ?? new JobSettings()) with { Tags = labels },
        ElasticSpec = job.ElasticSpec,
        SchedulingStrategy = Wire.Text(job.SchedulingStrategy),
        ThirdpartyLibs = job.ThirdpartyLibs is { Count: > 0 } libraries ? libraries : null,
        ThirdpartyLibDir = Wire.Text(job.ThirdpartyLibDir),
    };

    private static Dictionary<string, string>? Merged(IReadOnlyDictionary<string, string>? own, IReadOnlyDictionary<string, string> added)
    {
        var all = new Dictionary<string, string>(own ?? new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var (name, value) in added)
            all[name] = value;
        return all.Count == 0 ? null : all;
    }
}
