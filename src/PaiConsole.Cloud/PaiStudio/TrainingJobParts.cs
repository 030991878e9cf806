namespace PaiConsole.Cloud.PaiStudio;

/// <summary>A name and a value; both text on the wire.</summary>
public sealed record HyperParameter
{
    /// <summary>Name, for example <c>learning_rate</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Value as text.</summary>
    public string? Value { get; init; }
}

/// <summary>Data a training job reads; appears under <c>/ml/input/data/{Name}</c>.</summary>
public sealed record InputChannel
{
    /// <summary>Name of the channel.</summary>
    public string? Name { get; init; }

    /// <summary>Place, for example <c>oss://bucket.oss-cn-shanghai-internal.aliyuncs.com/path/</c>; or <see cref="DatasetId"/>.</summary>
    public string? InputUri { get; init; }

    /// <summary>Registered dataset.</summary>
    public string? DatasetId { get; init; }

    /// <summary>Version of the dataset.</summary>
    public string? VersionName { get; init; }

    /// <summary>Mount options.</summary>
    public string? Options { get; init; }
}

/// <summary>A place a training job writes to; appears under <c>/ml/output/{Name}</c>.</summary>
public sealed record OutputChannel
{
    /// <summary>Name of the channel, for example <c>model</c> or <c>checkpoints</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Place; or <see cref="DatasetId"/>.</summary>
    public string? OutputUri { get; init; }

    /// <summary>Registered dataset.</summary>
    public string? DatasetId { get; init; }

    /// <summary>Version of the dataset.</summary>
    public string? VersionName { get; init; }
}

/// <summary>A label.</summary>
public sealed record TrainingLabel
{
    /// <summary>Key.</summary>
    public string? Key { get; init; }

    /// <summary>Value.</summary>
    public string? Value { get; init; }
}

/// <summary>The program of a training job that is not a registered algorithm.</summary>
public sealed record AlgorithmSpec
{
    /// <summary>Command, word by word.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Image.</summary>
    public string? Image { get; init; }

    /// <summary><c>PyTorchJob</c>, <c>TFJob</c>, …</summary>
    public string? JobType { get; init; }

    /// <summary>Where the code lies.</summary>
    public CodeLocation? CodeDir { get; init; }

    /// <summary>Channels it reads.</summary>
    public IReadOnlyList<AlgorithmChannel>? InputChannels { get; init; }

    /// <summary>Channels it writes.</summary>
    public IReadOnlyList<AlgorithmChannel>? OutputChannels { get; init; }
}

/// <summary>A channel a program declares.</summary>
public sealed record AlgorithmChannel
{
    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Must be given.</summary>
    public bool? Required { get; init; }
}

/// <summary>A place of code.</summary>
public sealed record CodeLocation
{
    /// <summary>For example <c>oss</c>.</summary>
    public string? LocationType { get; init; }

    /// <summary>Bucket, key and endpoint for <c>oss</c>.</summary>
    public IReadOnlyDictionary<string, string>? LocationValue { get; init; }
}

/// <summary>Machines of a training job.</summary>
public sealed record TrainingResource
{
    /// <summary>Number of public machines.</summary>
    public long? EcsCount { get; init; }

    /// <summary>Their type.</summary>
    public string? EcsSpec { get; init; }

    /// <summary>Number of instances of a quota.</summary>
    public long? InstanceCount { get; init; }

    /// <summary>Size of each instance of a quota.</summary>
    public InstanceSize? InstanceSpec { get; init; }

    /// <summary>Resource quota.</summary>
    public string? ResourceId { get; init; }

    /// <summary>Its name (answers only).</summary>
    public string? ResourceName { get; init; }

    /// <summary>Spot terms; lists leave them out.</summary>
    public TrainingSpot? SpotSpec { get; init; }

    /// <summary>On spot capacity.</summary>
    public bool? UseSpotInstance { get; init; }
}

/// <summary>Size of an instance; numbers as text.</summary>
public sealed record InstanceSize
{
    /// <summary>Cores.</summary>
    public string? CPU { get; init; }

    /// <summary>GPUs.</summary>
    public string? GPU { get; init; }

    /// <summary>GPU model.</summary>
    public string? GPUType { get; init; }

    /// <summary>Memory in GiB.</summary>
    public string? Memory { get; init; }

    /// <summary>Shared memory in GiB.</summary>
    public string? SharedMemory { get; init; }
}

/// <summary>Spot terms of a training job.</summary>
public sealed record TrainingSpot
{
    /// <summary><c>SpotWithPriceLimit</c> or <c>SpotAsPriceGo</c>.</summary>
    public string? SpotStrategy { get; init; }

    /// <summary>Most to pay. Sources contradict each other: the SDK's 0.5 is a fraction of the list price, the API's sample is 9.</summary>
    public double? SpotDiscountLimit { get; init; }
}

/// <summary>Longest running time; 0 for none. Numbers in requests, text in GetTrainingJob.</summary>
public sealed record TrainingScheduler
{
    /// <summary>In minutes.</summary>
    public long? MaxRunningTimeInMinutes { get; init; }

    /// <summary>In seconds.</summary>
    public long? MaxRunningTimeInSeconds { get; init; }
}
