using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Workspaces;

/// <summary>
/// What the name of an image says is in it. PAI names its images
/// <c>framework:version-gpu-py310-cu124-ubuntu22.04</c>, with further frameworks inside the tag.
/// </summary>
/// <param name="Frameworks">Framework, lower case, to its version (empty where none is given); the one in the repository's name first.</param>
/// <param name="Accelerator">gpu or cpu, or null where the name does not say.</param>
/// <param name="Python">Such as 3.10.</param>
/// <param name="Cuda">Such as 12.4.</param>
public sealed partial record ImageTraits(
    IReadOnlyList<(string Name, string Version)> Frameworks, string? Accelerator, string? Python, string? Cuda)
{
    private const string Known = "pytorch|tensorflow|modelscope|xgboost|vllm|sglang|tritonserver|megatron|deepspeed|paddle";

    /// <summary>Reads the name or URI of an image.</summary>
    public static ImageTraits Of(string reference)
    {
        var text = reference.ToLowerInvariant();
        text = text[(text.LastIndexOf('/') + 1)..];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (repository, tag) = colon < 0 ? ("", text) : (text[..colon], text[(colon + 1)..]);

        var frameworks = new List<(string Name, string Version)>();
        if (Framework().Match(repository) is { Success: true } inName)
            frameworks.Add((inName.Groups["name"].Value, LeadingVersion().Match(tag).Groups["version"].Value));
        foreach (Match inTag in Framework().Matches(tag))
            frameworks.Add((inTag.Groups["name"].Value, inTag.Groups["version"].Value));

        var words = tag.Split('-', '_');
        var accelerator = words.Contains("gpu") ? "gpu" : words.Contains("cpu") ? "cpu" : null;
        var python = PythonVersion().Match(tag) is { Success: true } py ? $"{py.Groups["major"].Value}.{py.Groups["minor"].Value}" : null;
        var cuda = CudaVersion().Match(tag) is { Success: true } cu ? $"{cu.Groups["major"].Value}.{cu.Groups["minor"].Value}" : null;
        return new ImageTraits(frameworks, accelerator ?? (cuda is null ? null : "gpu"), python, cuda);
    }

    /// <summary>Reads a registered image: its name and URI, and the labels of AIWorkSpace where they say more.</summary>
    public static ImageTraits Of(ContainerImage image)
    {
        var fromUri = Of(image.Uri);
        var fromName = Of(image.Name);
        return new ImageTraits(
            [.. fromUri.Frameworks.Concat(fromName.Frameworks).Concat(FromLabels(image.Labels)).DistinctBy(framework => framework.Name)],
            image.Labels.GetValueOrDefault("system.chipType")?.ToLowerInvariant() ?? fromUri.Accelerator ?? fromName.Accelerator,
            fromUri.Python ?? fromName.Python ?? image.Labels.GetValueOrDefault("system.pythonVersion"),
            fromUri.Cuda ?? fromName.Cuda);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", Frameworks.Select(framework => $"{framework.Name} {framework.Version}".TrimEnd())
        .Append(Accelerator).Append(Python is null ? null : $"Python {Python}").Append(Cuda is null ? null : $"CUDA {Cuda}")
        .Where(part => part is not null));

    /// <summary>Both forms occur: <c>system.framework.PyTorch=2.3</c> and <c>system.framework=XGBoost 1.6.0</c>.</summary>
    private static IEnumerable<(string Name, string Version)> FromLabels(IReadOnlyDictionary<string, string> labels)
    {
        const string prefix = "system.framework.";
        foreach (var (key, value) in labels)
        {
            if (key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                yield return (key[prefix.Length..].ToLowerInvariant(), value);
            else if (key == "system.framework" && value.Split(' ') is [var name, var version])
                yield return (name.ToLowerInvariant(), version);
        }
    }

    [GeneratedRegex($@"(?<name>{Known})(?<version>[0-9]+(\.[0-9]+)*)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Framework();

    [GeneratedRegex(@"^v?(?<version>[0-9]+(\.[0-9]+)*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LeadingVersion();

    [GeneratedRegex(@"py(thon)?(?<major>[23])\.?(?<minor>[0-9]{1,2})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PythonVersion();

    [GeneratedRegex(@"cu(da)?(?<major>[0-9]{1,2})\.?(?<minor>[0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CudaVersion();
}
