using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Jobs;

/// <summary>What a person asks for when submitting a job (CreateJob). The shape of the REST body.</summary>
public sealed record JobSpec
{
    /// <summary>Where <see cref="OutputPath"/> appears in the container when it is a URI.</summary>
    public const string OutputMount = "/mnt/output";

    /// <summary>DisplayName.</summary>
    public string Name { get; init; } = "";
    /// <summary>JobType.</summary>
    public string Type { get; init; } = "PyTorchJob";
    /// <summary>UserCommand, run by the shell of the image.</summary>
    public string Command { get; init; } = "";
    /// <summary>Image URI for every role that names none of its own.</summary>
    public string Image { get; init; } = "";
    /// <summary>The roles.</summary>
    public IReadOnlyList<JobRoleSpec> Roles { get; init; } = [];
    /// <summary>What to mount.</summary>
    public IReadOnlyList<DataMount> Data { get; init; } = [];
    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>Where results should go; mounted at /mnt/output when it is not inside a mount already.</summary>
    public string? OutputPath { get; init; }
    /// <summary>1 to 9; null leaves it to the cloud.</summary>
    public int? Priority { get; init; }
    /// <summary>Stop after this many minutes.</summary>
    public long? MaxRunningMinutes { get; init; }
    /// <summary>Spot terms, or null for on demand.</summary>
    public SpotTerms? Spot { get; init; }
    /// <summary>What shall happen after a reclaim; null for nothing.</summary>
    public ResumePolicy? Resume { get; init; }
    /// <summary>Labels, sent as Settings.Tags.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>Code to mount (CodeSource), or null.</summary>
    public JobCode? Code { get; init; }
    /// <summary>What is known of the run beforehand. It is weighed by the checks and never sent to the cloud.</summary>
    public JobPlan? Plan { get; init; }
    /// <summary>Where it belongs; null takes the console's default workspace.</summary>
    public string? WorkspaceId { get; init; }
}

/// <summary>One role of a job spec.</summary>
/// <param name="Type">Master, Worker, Chief, PS …</param>
/// <param name="Count">How many pods, from 1.</param>
/// <param name="Sku">ECS instance type.</param>
public sealed record JobRoleSpec(string Type, long Count, string Sku)
{
    /// <summary>Image URI of this role, or null to take the job's.</summary>
    public string? Image { get; init; }
    /// <summary>RestartPolicy: Always, Never, OnFailure or ExitCode; null leaves it to the cloud.</summary>
    public string? RestartPolicy { get; init; }
}

/// <summary>DLC CodeSource: a code set that is registered in the workspace.</summary>
/// <param name="Id">CodeSourceId, such as <c>code-20210111103721-xxxxxxx</c>.</param>
/// <param name="MountPath">Where it appears; null takes the one it was registered with.</param>
public sealed record JobCode(string Id, string? MountPath)
{
    /// <summary>Branch, or null for the registered one.</summary>
    public string? Branch { get; init; }
    /// <summary>Commit, or null for the newest of the branch.</summary>
    public string? Commit { get; init; }
}

/// <summary>DLC SpotSpec: exactly one of the limits.</summary>
/// <param name="DiscountLimit">A fraction of the list price, such as 0.8.</param>
/// <param name="PriceLimitPerMinute">CNY per minute: the unit of this field on the wire.</param>
public sealed record SpotTerms(decimal? DiscountLimit, decimal? PriceLimitPerMinute);
