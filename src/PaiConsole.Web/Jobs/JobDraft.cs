using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Web.Jobs;

/// <summary>How spot is asked for.</summary>
public enum SpotMode
{
    /// <summary>On demand.</summary>
    None,
    /// <summary>Up to a part of the list price.</summary>
    Discount,
    /// <summary>Up to a price per minute.</summary>
    Price,
}

/// <summary>A job as it is being typed: every field keeps what was typed, also what cannot be sent.</summary>
public sealed class JobDraft
{
    private string _workspace = "";
    private string? _commit;

    /// <summary>DisplayName.</summary>
    public string Name { get; set; } = "";
    /// <summary>JobType.</summary>
    public string Type { get; set; } = "PyTorchJob";
    /// <summary>Image URI.</summary>
    public string Image { get; set; } = "";
    /// <summary>Command.</summary>
    public string Command { get; set; } = "";
    /// <summary>Roles.</summary>
    public List<RoleDraft> Roles { get; } = [new()];
    /// <summary>Mounts.</summary>
    public List<MountDraft> Mounts { get; } = [];
    /// <summary>One NAME=value a line.</summary>
    public string Env { get; set; } = "";
    /// <summary>Where results go.</summary>
    public string OutputPath { get; set; } = "";
    /// <summary>1 to 9.</summary>
    public int? Priority { get; set; }
    /// <summary>Minutes.</summary>
    public long? MaxMinutes { get; set; }
    /// <summary>How spot is asked for: not at all, up to a part of the list price, or up to a price.</summary>
    public SpotMode Spot { get; set; }
    /// <summary>Most percent of the list price, 1 to 100; sent as a fraction.</summary>
    public decimal? SpotPercent { get; set; } = 100;
    /// <summary>Most CNY per minute: the unit of this field on the wire.</summary>
    public decimal? SpotPerMinute { get; set; }
    /// <summary>How often it is submitted again after a reclaim; null for never.</summary>
    public int? ResumeTimes { get; set; }
    /// <summary>CodeSourceId, or empty for none.</summary>
    public string CodeId { get; set; } = "";
    /// <summary>Where the code appears.</summary>
    public string CodePath { get; set; } = "";
    /// <summary>Branch of the code.</summary>
    public string CodeBranch { get; set; } = "";
    /// <summary>What is known of the run beforehand.</summary>
    public JobPlan Plan { get; set; } = new();
    /// <summary>Labels are kept through the form.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What is wrong with what was typed and is lost in <see cref="ToSpec"/>.</summary>
    public IEnumerable<Finding> Faults => EnvText.Check(Env);

    /// <summary>One role.</summary>
    public sealed class RoleDraft
    {
        /// <summary>Master, Worker …</summary>
        public string Type { get; set; } = "Worker";
        /// <summary>Pods.</summary>
        public long Count { get; set; } = 1;
        /// <summary>Instance type.</summary>
        public string Sku { get; set; } = "";
        /// <summary>An image of its own.</summary>
        public string? Image { get; set; }
        /// <summary>Always, Never, OnFailure, ExitCode, or empty for what the cloud takes.</summary>
        public string Restart { get; set; } = "";
    }

    /// <summary>One mount.</summary>
    public sealed class MountDraft
    {
        /// <summary>A dataset id or a URI.</summary>
        public string Source { get; set; } = "";
        /// <summary>Path in the container.</summary>
        public string Path { get; set; } = "/mnt/data";
    }

    /// <summary>Takes over a spec.</summary>
    public void Fill(JobSpec spec)
    {
        (Name, Type, Image, Command, OutputPath) = (spec.Name, spec.Type, spec.Image, spec.Command, spec.OutputPath ?? "");
        (Priority, MaxMinutes, Labels) = (spec.Priority, spec.MaxRunningMinutes, spec.Labels);
        Spot = spec.Spot is null ? SpotMode.None : spec.Spot is { DiscountLimit: null, PriceLimitPerMinute: not null } ? SpotMode.Price : SpotMode.Discount;
        (SpotPercent, SpotPerMinute) = (spec.Spot?.DiscountLimit * 100 ?? SpotPercent, spec.Spot?.PriceLimitPerMinute ?? SpotPerMinute);
        ResumeTimes = spec.Resume?.Times;
        (CodeId, CodePath, CodeBranch, _commit) = (spec.Code?.Id ?? "", spec.Code?.MountPath ?? "", spec.Code?.Branch ?? "", spec.Code?.Commit);
        Plan = spec.Plan ?? Plan;
        _workspace = spec.WorkspaceId ?? "";
        Roles.Clear();
        Roles.AddRange(spec.Roles.Select(role => new RoleDraft { Type = role.Type, Count = role.Count, Sku = role.Sku, Image = role.Image, Restart = role.RestartPolicy ?? "" }));
        Mounts.Clear();
        Mounts.AddRange(spec.Data.Select(mount => new MountDraft { Source = mount.DatasetId ?? mount.Uri ?? "", Path = mount.MountPath }));
        Env = string.Join('\n', spec.Env.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    /// <summary>What would be submitted.</summary>
    public JobSpec ToSpec() => new()
    {
        Name = Name.Trim(),
        Type = Type,
        Image = Image.Trim(),
        Command = Command,
        Roles = [.. Roles.Select(role => new JobRoleSpec(role.Type, role.Count, role.Sku.Trim()) { Image = role.Image, RestartPolicy = role.Restart.Length == 0 ? null : role.Restart })],
        Data = [.. Mounts.Select(mount => IsUri(mount.Source)
            ? new DataMount(null, mount.Source.Trim(), mount.Path.Trim())
            : new DataMount(mount.Source.Trim(), null, mount.Path.Trim()))],
        Env = EnvText.Read(Env),
        OutputPath = string.IsNullOrWhiteSpace(OutputPath) ? null : OutputPath.Trim(),
        Priority = Priority,
        MaxRunningMinutes = MaxMinutes,
        Spot = Spot switch
        {
            SpotMode.Discount => new SpotTerms(SpotPercent / 100, null),
            SpotMode.Price => new SpotTerms(null, SpotPerMinute),
            _ => null,
        },
        // A job that has left spot again keeps what was typed and sends none of it.
        Resume = ResumeTimes is { } times && Spot != SpotMode.None ? new ResumePolicy(times) : null,
        Code = CodeId.Trim() is { Length: > 0 } code
            ? new JobCode(code, Given(CodePath)) { Branch = Given(CodeBranch), Commit = _commit }
            : null,
        Plan = Plan,
        Labels = Labels,
        WorkspaceId = _workspace.Length == 0 ? null : _workspace,
    };

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsUri(string source) => source.Contains("://", StringComparison.Ordinal);
}
