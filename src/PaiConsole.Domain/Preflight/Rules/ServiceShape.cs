using System.Globalization;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Preflight.Rules;

/// <summary>The service JSON of EAS: what runs, on which port, with which model.</summary>
internal sealed class ServiceShape : IServiceRule
{
    private static readonly FindingKind _one = new(
        "image-or-processor", Severity.Error, "A service runs either an image or a processor; {given} is given.", "Give an image for a container of your own, or a processor code.");
    private static readonly FindingKind _processorModel = new(
        "processor-without-model", Severity.Warning, "A processor loads a model, and none is given.", "Give the model's oss:// location.");
    private static readonly FindingKind _port = new(
        "port-range", Severity.Error, "{port} is not a port that a service can use: 1 to 65535, without 8080 and 9090, which EAS keeps for itself.", "Use 8000.");
    private static readonly FindingKind _noPort = new(
        "port-missing", Severity.Warning, "No port is given, so EAS does not know where the container listens.", "Give the port, such as 8000.");
    private static readonly FindingKind _health = new(
        "health-check-path", Severity.Error, "The health check {path} is not a path.", "Start it with a slash, such as /health.");
    private static readonly FindingKind _model = new(
        "model-uri", Severity.Error, "{uri} is not an oss:// location.", "Give the folder of the model, such as oss://bucket/models/qwen/.");

    public IReadOnlyList<FindingKind> Kinds => [_one, _processorModel, _port, _noPort, _health, _model];

    public IEnumerable<Finding> Check(ServiceSpec spec, PreflightContext context)
    {
        var (hasImage, hasProcessor) = (!string.IsNullOrWhiteSpace(spec.Image), !string.IsNullOrWhiteSpace(spec.Processor));
        if (hasImage == hasProcessor)
            yield return _one.At("image", null, ("given", hasImage ? "both" : "neither"));
        if (hasProcessor && string.IsNullOrWhiteSpace(spec.Model))
            yield return _processorModel.At("model", spec.Processor);
        if (spec.Port is { } port and (< 1 or > 65535 or 8080 or 9090))
            yield return _port.At("port", port.ToString(CultureInfo.InvariantCulture), ("port", port));
        if (hasImage && spec.Port is null)
            yield return _noPort.At("port", spec.Image);
        if (spec.HealthCheck is { Length: > 0 } path && !path.StartsWith('/'))
            yield return _health.At("healthCheck", path, ("path", path));
        if (spec.Model is { Length: > 0 } uri && !uri.StartsWith("oss://", StringComparison.Ordinal))
            yield return _model.At("model", uri, ("uri", uri));
    }
}
