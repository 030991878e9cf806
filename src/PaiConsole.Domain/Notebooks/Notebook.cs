using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Notebooks;

/// <summary>A DSW instance as last observed (ListInstances, GetInstance).</summary>
public sealed record Notebook
{
    /// <summary>InstanceId, such as <c>dsw-05cefd0be2e5a278</c>.</summary>
    public required string Id { get; init; }
    /// <summary>InstanceName: letters, digits and underscore, at most 27.</summary>
    public required string Name { get; init; }
    /// <summary>The status as this version understands it.</summary>
    public required NotebookStatus Status { get; init; }
    /// <summary>The cloud's own word.</summary>
    public required string StatusWord { get; init; }
    /// <summary>ReasonCode and ReasonMessage of the last change.</summary>
    public Reason? Reason { get; init; }
    /// <summary>UserId and UserName.</summary>
    public Owner Owner { get; init; } = Owner.Nobody;
    /// <summary>WorkspaceId.</summary>
    public string? WorkspaceId { get; init; }
    /// <summary>WorkspaceName.</summary>
    public string? WorkspaceName { get; init; }
    /// <summary>EcsSpec; null when the instance runs on a quota.</summary>
    public string? Sku { get; init; }
    /// <summary>AcceleratorType is GPU.</summary>
    public bool HasGpu { get; init; }
    /// <summary>ImageName, or else ImageUrl, or else ImageId.</summary>
    public string? Image { get; init; }
    /// <summary>ImageUrl: where the image can be pulled, which its name does not tell.</summary>
    public string? ImageUri { get; init; }
    /// <summary>PaymentType: PayAsYouGo or Subscription.</summary>
    public string? PaymentType { get; init; }
    /// <summary>Accessibility: PUBLIC or PRIVATE.</summary>
    public string? Accessibility { get; init; }
    /// <summary>GmtCreateTime.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
    /// <summary>GmtModifiedTime.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }
    /// <summary>AccumulatedRunningTimeInMs: grows only while running.</summary>
    public TimeSpan Accumulated { get; init; }
    /// <summary>The idle stop rule, or null where none is set.</summary>
    public IdleRule? IdleRule { get; init; }
    /// <summary>IdleTimeInMinutes of the current idle run.</summary>
    public int? IdleMinutes { get; init; }
    /// <summary>DueTime of the shutdown timer.</summary>
    public DateTimeOffset? ShutdownDueAt { get; init; }
    /// <summary>Mounted datasets.</summary>
    public IReadOnlyList<DataMount> Mounts { get; init; } = [];
    /// <summary>Labels.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>JupyterlabUrl.</summary>
    public string? JupyterUrl { get; init; }
    /// <summary>WebIDEUrl.</summary>
    public string? WebIdeUrl { get; init; }
    /// <summary>TerminalUrl.</summary>
    public string? TerminalUrl { get; init; }
}

/// <summary>CreateIdleInstanceCuller: the service stops the instance after it idled this long below both thresholds.</summary>
/// <param name="CpuPercent">CpuPercentThreshold, 1 to 100.</param>
/// <param name="GpuPercent">GpuPercentThreshold, 1 to 100.</param>
/// <param name="Minutes">MaxIdleTimeInMinutes.</param>
public sealed record IdleRule(int CpuPercent, int GpuPercent, int Minutes);

/// <summary>What a notebook is wanted for.</summary>
public enum NotebookUse
{
    /// <summary>Exploring, plotting, debugging: what notebooks are for.</summary>
    Explore,
    /// <summary>Training on several GPUs.</summary>
    Train,
    /// <summary>Running for more than eight hours with nobody looking.</summary>
    Unattended,
    /// <summary>Answering requests in production.</summary>
    Serve,
}

/// <summary>What a person asks for when creating a notebook (CreateInstance).</summary>
public sealed record NotebookSpec
{
    /// <summary>InstanceName.</summary>
    public string Name { get; init; } = "";
    /// <summary>EcsSpec.</summary>
    public string Sku { get; init; } = "";
    /// <summary>An image id or a full image URI.</summary>
    public string Image { get; init; } = "";
    /// <summary>Where it belongs; null takes the console's default workspace.</summary>
    public string? WorkspaceId { get; init; }
    /// <summary>What to mount.</summary>
    public IReadOnlyList<DataMount> Data { get; init; } = [];
    /// <summary>The idle stop rule to set once it exists.</summary>
    public IdleRule? IdleRule { get; init; }
    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
    /// <summary>What it is wanted for: asked to give advice, and not sent to the cloud.</summary>
    public NotebookUse Use { get; init; }
}
