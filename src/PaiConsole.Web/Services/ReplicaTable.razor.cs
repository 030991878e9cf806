using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Services;

namespace PaiConsole.Web.Services;

/// <summary>The replicas of a service, as the cloud lists them.</summary>
public sealed partial class ReplicaTable
{
    /// <summary>The rows.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<ServiceReplica> Replicas { get; set; } = [];
}
