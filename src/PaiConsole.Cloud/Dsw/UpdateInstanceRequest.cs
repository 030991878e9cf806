namespace PaiConsole.Cloud.Dsw;

/// <summary>Body of UpdateInstance: null leaves a thing as it is, <c>Disassociate…</c> removes it. The instance must be stopped.</summary>
public sealed record UpdateInstanceRequest
{
    /// <summary>New name.</summary>
    public string? InstanceName { get; init; }

    /// <summary>New ECS instance type.</summary>
    public string? EcsSpec { get; init; }

    /// <summary>New CPU, memory and GPU in a quota.</summary>
    public RequestedResource? RequestedResource { get; init; }

    /// <summary>New image id.</summary>
    public string? ImageId { get; init; }

    /// <summary>New image address.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Base64 of <c>user:password</c> for a private registry.</summary>
    public string? ImageAuth { get; init; }

    /// <summary><c>PRIVATE</c> or <c>PUBLIC</c>.</summary>
    public string? Accessibility { get; init; }

    /// <summary>New owner.</summary>
    public string? UserId { get; init; }

    /// <summary>Priority within a quota, 1 to 9.</summary>
    public long? Priority { get; init; }

    /// <summary>GPU driver version.</summary>
    public string? Driver { get; init; }

    /// <summary>Storage to mount, replacing what there is.</summary>
    public IReadOnlyList<InstanceDataset>? Datasets { get; init; }

    /// <summary>Disk sizes.</summary>
    public IReadOnlyList<CloudDisk>? CloudDisks { get; init; }

    /// <summary>Environment variables, replacing what there is.</summary>
    public IReadOnlyDictionary<string, string>? EnvironmentVariables { get; init; }

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

    /// <summary>Start after the change.</summary>
    public bool? StartInstance { get; init; }

    /// <summary>Unmount everything.</summary>
    public bool? DisassociateDatasets { get; init; }

    /// <summary>Back to the default driver.</summary>
    public bool? DisassociateDriver { get; init; }

    /// <summary>Remove all variables.</summary>
    public bool? DisassociateEnvironmentVariables { get; init; }

    /// <summary>Back to pay-as-you-go.</summary>
    public bool? DisassociateSpot { get; init; }

    /// <summary>Remove the start command.</summary>
    public bool? DisassociateUserCommand { get; init; }

    /// <summary>Leave the network.</summary>
    public bool? DisassociateVpc { get; init; }

    /// <inheritdoc/>

    public override string ToString() => $"UpdateInstanceRequest {InstanceName} {EcsSpec}";
}
