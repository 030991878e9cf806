using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Storage;

namespace PaiConsole.Web.Shared.Storage;

/// <summary>What lies under a mount, asked of OSS when somebody looks.</summary>
public sealed partial class MountContents
{
    /// <summary>The mount.</summary>
    [Parameter, EditorRequired] public DataMount Mount { get; set; } = default!;

    [Inject] private StorageQueries Queries { get; set; } = default!;
}
