namespace PaiConsole.Cloud.Dsw;

/// <summary>Body of CreateInstance. The call has no client token: a repeat makes a second instance.</summary>
public sealed record CreateInstanceRequest
{
    /// <summary>Name.</summary>
    public string? InstanceName { get; init; }

    /// <summary>Workspace.</summary>
    public string? WorkspaceId { get; init; }

    /// <summary>ECS instance type on public resources.</summary>
    public string? EcsSpec { get; init; }

    /// <summary>Resource quota; goes with <see cref="RequestedResource"/>.</summary>
    public string? ResourceId { get; init; }

    /// <summary>CPU, memory and GPU of a quota.</summary>
    public RequestedResource? RequestedResource { get; init; }

    /// <summary>Image id, or <see cref="ImageUrl"/>.</summary>
    public string? ImageId { get; init; }

    /// <summary>Image address.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Base64 of <c>user:password</c> for a private registry.</summary>
    public string? ImageAuth { get; init; }

    /// <summary><c>PRIVATE</c> or <c>PUBLIC</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary>Owner; the caller when null.</summary>
    public string? UserId { get; init; }

    /// <summary>Priority within a quota, 1 to 9.</summary>
    public long? Priority { get; init; }

    /// <summary>GPU driver version.</summary>
    public string? Driver { get; init; }

    /// <summary>Storage to mount.</summary>
    public IReadOnlyList<InstanceDataset>? Datasets { get; init; }

    /// <summary>Disks to attach.</summary>
    public IReadOnlyList<CloudDisk>? CloudDisks { get; init; }

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string>? EnvironmentVariables { get; init; }

    /// <summary>Labels, readable again on the instance.</summary>
    public IReadOnlyList<Label>? Labels { get; init; }

    /// <summary>Resource tags of the account.</summary>
    public IReadOnlyList<Label>? Tag { get; init; }

    /// <summary>Network.</summary>
    public UserVpc? UserVpc { get; init; }

    /// <summary>Bid for spot capacity.</summary>
    public SpotSpec? SpotSpec { get; init; }

    /// <summary>Commands run at start.</summary>
    public UserCommand? UserCommand { get; init; }

    /// <summary>Whether it may use idle resources of others.</summary>
    public string? OversoldType { get; init; }

    /// <summary>Path opened first in the IDE.</summary>
    public string? WorkspaceSource { get; init; }

    /// <inheritdoc/>

    public override string ToString() => $"CreateInstanceRequest {InstanceName} {EcsSpec}";
}
