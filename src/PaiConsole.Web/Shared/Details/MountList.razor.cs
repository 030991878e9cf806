using Microsoft.AspNetCore.Components;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Web.Shared.Details;

/// <summary>What is mounted where.</summary>
public sealed partial class MountList
{
    /// <summary>The mounts.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<DataMount> Mounts { get; set; } = [];
}
