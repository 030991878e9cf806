using System.Text.Json;

namespace PaiConsole.Cloud.Dsw;

/// <summary>Body of StopInstances, DeleteInstances and QueryAutoShutdownPolicies.</summary>
public sealed record InstanceBatchRequest
{
    /// <summary>The instances; QueryAutoShutdownPolicies takes at most 100, all of one workspace.</summary>
    public required IReadOnlyList<string> InstanceIds { get; init; }
}

/// <summary>
/// Answer of StopInstances and DeleteInstances. A call that succeeds may have changed some of the instances only: hold <see cref="InstanceIds"/> against what was asked for;
/// <see cref="DswAnswer.Code"/> and <see cref="DswAnswer.Message"/> then tell why the others were left.
/// </summary>
public sealed record InstanceBatchAnswer : DswAnswer
{
    /// <summary>The instances it was done to.</summary>
    public IReadOnlyList<string>? InstanceIds { get; init; }

    /// <summary>What permission is missing, where that is the reason.</summary>
    public IReadOnlyDictionary<string, JsonElement>? AccessDeniedDetail { get; init; }
}
