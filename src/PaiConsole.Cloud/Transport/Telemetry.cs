using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PaiConsole.Cloud.Transport;

/// <summary>Spans and metrics of calls, under the name <c>PaiConsole.Cloud</c>. They carry names and codes only, never values of parameters.</summary>
internal static class Telemetry
{
    internal const string Name = "PaiConsole.Cloud";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Calls = Meter.CreateCounter<long>("pai.cloud.calls", description: "Calls, however often attempted.");
    private static readonly Counter<long> Retries = Meter.CreateCounter<long>("pai.cloud.retries", description: "Repeated attempts.");
    private static readonly Counter<long> Throttles = Meter.CreateCounter<long>("pai.cloud.throttles", description: "Refusals for too many calls.");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("pai.cloud.duration", "s", "Duration of a call, its repeats and pauses included.");

    internal static Activity? Start(PaiCall call)
    {
        var span = Source.StartActivity($"{call.Product.Code} {call.Action}", ActivityKind.Client);
        span?.SetTag("pai.product", call.Product.Code).SetTag("pai.action", call.Action);
        return span;
    }

    internal static void Retried(PaiCall call) => Retries.Add(1, Tags(call));

    internal static void Throttled(PaiCall call) => Throttles.Add(1, Tags(call));

    internal static void Done(Activity? span, CallState state, TimeSpan took, string? requestId, PaiApiException? fault)
    {
        var outcome = fault?.Code ?? "ok";
        span?.SetTag("pai.attempts", state.Attempts).SetTag("pai.code", outcome).SetTag("pai.request_id", requestId ?? fault?.RequestId);
        if (fault is not null)
            span?.SetTag("http.response.status_code", fault.HttpStatus).SetStatus(ActivityStatusCode.Error, fault.Code);

        var tags = Tags(state.Call);
        tags.Add("code", outcome);
        Calls.Add(1, tags);
        Duration.Record(took.TotalSeconds, tags);
    }

    private static TagList Tags(PaiCall call) => new() { { "product", call.Product.Code }, { "action", call.Action } };
}
