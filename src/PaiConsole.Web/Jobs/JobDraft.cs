using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Web.Jobs;

/// <summary>A job as it is being typed: every field keeps what was typed, also what cannot be sent.</summary>
public sealed class JobDraft
{
    private string _workspace = "";

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
    /// <summary>Fraction of the list price; null for on demand.</summary>
    public decimal? SpotDiscount { get; set; }
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
        (Priority, MaxMinutes, SpotDiscount, Labels) = (spec.Priority, spec.MaxRunningMinutes, spec.Spot?.DiscountLimit, spec.Labels);
        _workspace = spec.WorkspaceId ?? "";
        Roles.Clear();
        Roles.AddRange(spec.Roles.Select(role => new RoleDraft { Type = role.Type, Count = role.Count, Sku = role.Sku, Image = role.Image }));
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
        Roles = [.. Roles.Select(role => new JobRoleSpec(role.Type, role.Count, role.Sku.Trim()) { Image = role.Image })],
        Data = [.. Mounts.Select(mount => IsUri(mount.Source)
            ? new DataMount(null, mount.Source.Trim(), mount.Path.Trim())
            : new DataMount(mount.Source.Trim(), null, mount.Path.Trim()))],
        Env = EnvText.Read(Env),
        OutputPath = string.IsNullOrWhiteSpace(OutputPath) ? null : OutputPath.Trim(),
        Priority = Priority,
        MaxRunningMinutes = MaxMinutes,
        Spot = SpotDiscount is { } discount ? new SpotTerms(discount, null) : null,
        Labels = Labels,
        WorkspaceId = _workspace.Length == 0 ? null : _workspace,
    };

    private static bool IsUri(string source) => source.Contains("://", StringComparison.Ordinal);
}
