using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.AiWorkspace;

/// <summary>A workspace.</summary>
/// <param name="Id">Number, as text.</param>
/// <param name="Name">Unique name.</param>
/// <param name="Display">Name people see.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Admins">Names of its administrators.</param>
/// <param name="Created">When.</param>
internal sealed record Workspace(string Id, string Name, string Display, string Description, IReadOnlyList<string> Admins, DateTimeOffset Created);

/// <summary>An image that notebooks, jobs or services can start from.</summary>
/// <param name="Id">Id, <c>image-…</c>.</param>
/// <param name="Name">Name people see.</param>
/// <param name="Uri">Where it is pulled from.</param>
/// <param name="Description">What is in it.</param>
/// <param name="Labels">PAI's own begin with <c>system.</c>.</param>
/// <param name="Owner">User who registered it; null for PAI's own, which are public.</param>
/// <param name="Created">When.</param>
internal sealed record Image(string Id, string Name, string Uri, string Description, IReadOnlyDictionary<string, string> Labels, string? Owner, DateTimeOffset Created);

/// <summary>A registered place in OSS or NAS.</summary>
/// <param name="Id">Id, <c>d-…</c>.</param>
/// <param name="Name">Name people see; manifests name it as a claim.</param>
/// <param name="Uri">The place.</param>
/// <param name="DataType">COMMON, PIC, TEXT, VIDEO or AUDIO.</param>
/// <param name="Description">What is in it.</param>
/// <param name="MountPath">Where it is mounted by default.</param>
/// <param name="Owner">User who registered it.</param>
/// <param name="WorkspaceId">Workspace it belongs to.</param>
/// <param name="Created">When.</param>
internal sealed record Dataset(string Id, string Name, string Uri, string DataType, string Description, string MountPath, string Owner, string WorkspaceId, DateTimeOffset Created)
{
    public string DataSourceType => Uri.StartsWith("nas://", StringComparison.Ordinal) ? "NAS" : "OSS";
}

/// <summary>What there is to start from.</summary>
internal sealed class Assets
{
    public List<Workspace> Workspaces { get; } = [];

    public List<Image> Images { get; } = [];

    public List<Dataset> Datasets { get; } = [];

    /// <summary>Back to what every account has: its default workspace and PAI's own images.</summary>
    public void Restart(World.World world)
    {
        Workspaces.Clear();
        Datasets.Clear();
        Images.Clear();
        Workspaces.Add(new(People.DefaultWorkspace, world.People.Workspace(People.DefaultWorkspace), "Default workspace", "The account's default workspace.", [world.People.User(People.KeyOwner)], world.Now.AddDays(-400)));
        Images.AddRange(OfficialImages.In(world));
    }
}
