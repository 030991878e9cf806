using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>Labels follow the rules of Alibaba Cloud tags; the console keeps a prefix for its own.</summary>
internal sealed class Labels : IJobRule
{
    private const int Longest = 128;
    private const string Own = JobLabels.Prefix;
    private static readonly string[] _reserved = ["aliyun", "acs:", "http://", "https://"];

    private static readonly FindingKind _key = new(
        "label-key", Severity.Error, "The label {key} cannot be used: {why}.", "Rename the label.");

    private static readonly FindingKind _value = new(
        "label-value", Severity.Error, "The value of the label {key} is longer than 128 characters.", "Shorten it.");

    public IReadOnlyList<FindingKind> Kinds => [_key, _value];

    public bool Applies(JobSpec spec, PreflightContext context) => spec.Labels.Count > 0;

    public IEnumerable<Finding> Check(JobSpec spec, PreflightContext context)
    {
        foreach (var (key, value) in spec.Labels)
        {
            if (Fault(key) is { } why)
                yield return _key.At($"labels.{key}", key, ("key", key), ("why", why));
            if (value.Length > Longest)
                yield return _value.At($"labels.{key}", value, ("key", key));
        }
    }

    private static string? Fault(string key) =>
        string.IsNullOrWhiteSpace(key) ? "it has no name"
        : key.Length > Longest ? "it is longer than 128 characters"
        : key.StartsWith(Own, StringComparison.Ordinal) ? "the console uses this prefix to recognise its own requests"
        : _reserved.FirstOrDefault(prefix => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } prefix ? $"the cloud keeps {prefix} for itself"
        : null;
}
