namespace PaiConsole.Domain.Jobs.Estimators;

/// <summary>What the Python SDK's <c>Estimator(...)</c> is given, as far as a job can use it.</summary>
public sealed record EstimatorCall
{
    /// <summary>image_uri.</summary>
    public string ImageUri { get; init; } = "";
    /// <summary>command.</summary>
    public string Command { get; init; } = "";
    /// <summary>instance_type.</summary>
    public string InstanceType { get; init; } = "";
    /// <summary>instance_count.</summary>
    public long InstanceCount { get; init; } = 1;
    /// <summary>source_dir: a folder of whoever calls, or an oss:// location.</summary>
    public string SourceDir { get; init; } = "";
    /// <summary>hyperparameters, in the order of the call; every value as text.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Hyperparameters { get; init; } = [];
    /// <summary>input_channels, or the inputs of fit: name to location.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> InputChannels { get; init; } = [];
    /// <summary>output_path.</summary>
    public string OutputPath { get; init; } = "";
    /// <summary>spot_instance.</summary>
    public bool Spot { get; init; }
    /// <summary>base_job_name.</summary>
    public string Name { get; init; } = "";
}
