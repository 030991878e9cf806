using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Web.Notebooks;

/// <summary>A notebook as it is being typed: every field keeps what was typed, also what cannot be sent.</summary>
public sealed class NotebookDraft
{
    /// <summary>InstanceName.</summary>
    public string Name { get; set; } = "";
    /// <summary>EcsSpec.</summary>
    public string Sku { get; set; } = "";
    /// <summary>An image's name, id or URI.</summary>
    public string Image { get; set; } = "";
    /// <summary>Mounts.</summary>
    public List<MountDraft> Mounts { get; } = [];
    /// <summary>It is stopped when it idles.</summary>
    public bool StopsWhenIdle { get; set; } = true;
    /// <summary>Idle for so long. DSW stops nothing unless it is told to; half an hour is what people who were billed for a weekend choose.</summary>
    public int? IdleMinutes { get; set; } = 30;
    /// <summary>CPU below this is idle, percent.</summary>
    public int? CpuPercent { get; set; } = 20;
    /// <summary>GPU below this is idle, percent.</summary>
    public int? GpuPercent { get; set; } = 10;

    /// <summary>What it is wanted for.</summary>
    public NotebookUse Use { get; set; }
    /// <summary>Id of a workspace, or empty for the console's default.</summary>
    public string Workspace { get; set; } = "";
    /// <summary>One NAME=value a line.</summary>
    public string Env { get; set; } = "";

    /// <summary>What is wrong with what was typed and is lost in <see cref="ToSpec"/>.</summary>
    public IEnumerable<Finding> Faults => EnvText.Check(Env);

    /// <summary>One mount.</summary>
    public sealed class MountDraft
    {
        /// <summary>A dataset id or a URI.</summary>
        public string Source { get; set; } = "";
        /// <summary>Path in the notebook.</summary>
        public string Path { get; set; } = "/mnt/data";
    }

    /// <summary>What would be created.</summary>
    /// <param name="images">Known images: one that is named by its name is sent by its id.</param>
    public NotebookSpec ToSpec(IReadOnlyList<ContainerImage> images) => new()
    {
        Name = Name.Trim(),
        Sku = Sku.Trim(),
        Image = images.FirstOrDefault(image => image.Name == Image.Trim()) is { } known ? known.Id : Image.Trim(),
        Data = [.. Mounts.Select(mount => mount.Source.Contains("://", StringComparison.Ordinal)
            ? new DataMount(null, mount.Source.Trim(), mount.Path.Trim())
            : new DataMount(mount.Source.Trim(), null, mount.Path.Trim()))],
        WorkspaceId = Workspace.Length == 0 ? null : Workspace,
        Env = EnvText.Read(Env),
        Use = Use,
        IdleRule = StopsWhenIdle ? new IdleRule(CpuPercent ?? 0, GpuPercent ?? 0, IdleMinutes ?? 0) : null,
    };
}
