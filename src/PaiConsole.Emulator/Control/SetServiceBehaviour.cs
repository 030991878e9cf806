using System.Text.Json;
using PaiConsole.Emulator.Eas;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Control;

/// <summary>
/// <c>POST services/{name}/behaviour {errorRate,p50Ms,p99Ms,qps}</c>: fixes parts of a service's traffic from now on. A part that is left out stays
/// as it is; null gives it back to the model.
/// </summary>
internal sealed class SetServiceBehaviour : IControlAction
{
    public string Method => "POST";

    public string Path => "services/{name}/behaviour";

    public object Handle(ControlCall call)
    {
        var service = call.World.Services.Find(call.PathValues["name"]) ?? throw new ControlException($"No service '{call.PathValues["name"]}'.", 404);
        var last = service.Traffic.Last;
        Behaviour next = new(
            call.World.Now,
            Part(call.Json, "errorRate", last?.ErrorRate, 1),
            Part(call.Json, "p50Ms", last?.P50Ms, double.MaxValue),
            Part(call.Json, "p99Ms", last?.P99Ms, double.MaxValue),
            Part(call.Json, "qps", last?.Qps, double.MaxValue));
        service.Traffic.Set(next);
        return new { next.From, next.ErrorRate, next.P50Ms, next.P99Ms, next.Qps };
    }

    private static double? Part(JsonElement body, string name, double? before, double most)
    {
        if (!body.TryGetProperty(name, out var given))
            return before;
        if (given.ValueKind == JsonValueKind.Null)
            return null;
        return body.Number(name) is { } value && value >= 0 && value <= most ? value : throw new ControlException($"{name} must be a number that makes sense.");
    }
}
