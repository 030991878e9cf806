namespace PaiConsole.Cloud.PaiStudio;

/// <summary>Body of CreateTrainingJob. The call has no client token: a repeat makes a second training job.</summary>
public sealed record CreateTrainingJobRequest
{
    /// <summary>Name.</summary>
    public required string TrainingJobName { get; init; }

    /// <summary>Workspace.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>Free text.</summary>
    public string? TrainingJobDescription { get; init; }

    /// <summary>The program; or a registered algorithm by <see cref="AlgorithmName"/>.</summary>
    public AlgorithmSpec? AlgorithmSpec { get; init; }

    /// <summary>Registered algorithm.</summary>
    public string? AlgorithmName { get; init; }

    /// <summary>Who registered it, for example <c>pai</c>.</summary>
    public string? AlgorithmProvider { get; init; }

    /// <summary>Its version.</summary>
    public string? AlgorithmVersion { get; init; }

    /// <summary>Machines.</summary>
    public TrainingResource? ComputeResource { get; init; }

    /// <summary>Hyperparameters.</summary>
    public IReadOnlyList<HyperParameter>? HyperParameters { get; init; }

    /// <summary>Data to read.</summary>
    public IReadOnlyList<InputChannel>? InputChannels { get; init; }

    /// <summary>Places to write to.</summary>
    public IReadOnlyList<OutputChannel>? OutputChannels { get; init; }

    /// <summary>Environment variables.</summary>
    public IReadOnlyDictionary<string, string>? Environments { get; init; }

    /// <summary>Labels.</summary>
    public IReadOnlyList<TrainingLabel>? Labels { get; init; }

    /// <summary>Python packages to install first.</summary>
    public IReadOnlyList<string>? PythonRequirements { get; init; }

    /// <summary>Longest running time.</summary>
    public TrainingScheduler? Scheduler { get; init; }

    /// <summary>1 (lowest) to 9.</summary>
    public int? Priority { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"CreateTrainingJobRequest {TrainingJobName}";
}

/// <summary>Answer of the operations that change a training job.</summary>
public sealed record TrainingJobAnswer : PaiAnswer
{
    /// <summary>The training job (creation only).</summary>
    public string? TrainingJobId { get; init; }
}
