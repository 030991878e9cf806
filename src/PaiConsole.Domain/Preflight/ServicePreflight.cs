using PaiConsole.Domain.Preflight.Rules;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight;

/// <summary>Everything that is checked about a service before it is deployed.</summary>
public static class ServicePreflight
{
    /// <summary>The checks, in the order in which their findings are told.</summary>
    public static IReadOnlyList<IServiceRule> Rules { get; } =
        [new RequiredFields(), new Names(), new Counts(), new KnownSku(), new KnownImage(), new ImageOnSku(), new EnvNames(), new ServiceShape(), new Autoscaling()];

    /// <summary>Every finding at once, errors first.</summary>
    public static IReadOnlyList<Finding> Check(ServiceSpec spec, PreflightContext context)
    {
        var whole = spec.Normalised();
        return [.. Rules.SelectMany(rule => rule.Check(whole, context)).OrderByDescending(finding => finding.Severity)];
    }
}
