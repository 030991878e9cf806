using System.Globalization;

namespace PaiConsole.Emulator.Eas;

/// <summary>How servers of each kind talk.</summary>
internal sealed class ServingDialect(ModelService service, Replica replica)
{
    private const int MostShown = 2;
    private const double PromptTokens = 420;
    private const double AnswerTokens = 210;
    private readonly Traffic _traffic = service.Traffic;
    private readonly string _model = service.Document["storage"]?[0]?["oss"]?["path"]?.ToString().TrimEnd('/').Split('/')[^1] ?? service.Name;

    /// <summary>Language model servers tell about themselves every ten seconds.</summary>
    public bool HasStatistics => _traffic.Kind == ServingKind.Llm;

    /// <summary>The lines from a new pod to a ready server, or to the trouble it ran into.</summary>
    public IEnumerable<(DateTimeOffset At, string Text)> Startup()
    {
        var begin = replica.Created.AddSeconds(20);
        if (replica.Started is not { } ready)
            yield break;
        var load = Math.Max(1, (ready - begin).TotalSeconds);
        DateTimeOffset At(double part) => begin.AddSeconds(Math.Round(load * part));
        yield return (begin, Line(begin, $"Starting {_traffic.Kind.Word} server for {_model} on {replica.Machine.Sku}"));
        if (_traffic.Kind == ServingKind.Llm)
        {
            yield return (At(0.1), Line(At(0.1), $"Initializing an LLM engine with config: model='/model_dir', served_model_name={service.Name}, dtype=torch.bfloat16, max_seq_len=8192"));
            for (var shard = 1; shard <= 4; shard++)
                yield return (At(0.15 + 0.15 * shard), Line(At(0.15 + 0.15 * shard), FormattableString.Invariant($"Loading safetensors checkpoint shards: {25 * shard}% Completed | {shard}/4")));
            yield return (At(0.85), Line(At(0.85), "Capturing cudagraphs for decoding: 100%"));
        }
        else
        {
            yield return (At(0.5), Line(At(0.5), $"Loading model {_model}"));
        }

        yield return (At(0.95), Line(At(0.95), "Application startup complete."));
        yield return (ready, Line(ready, FormattableString.Invariant($"Uvicorn running on http://0.0.0.0:{(service.Document["containers"]?[0]?["port"]?.GetValue<int>() ?? 8080)}")));
    }

    /// <summary>Throughput and cache of the last ten seconds.</summary>
    public string Statistics(DateTimeOffset at)
    {
        var qps = Share(at);
        var running = qps * _traffic.P50Ms(at) / 1000;
        return Line(at, string.Create(CultureInfo.InvariantCulture,
            $"Engine 000: Avg prompt throughput: {qps * PromptTokens:F1} tokens/s, Avg generation throughput: {qps * AnswerTokens:F1} tokens/s, Running: {running:F0} reqs, Waiting: {Math.Max(0, running - 24):F0} reqs, GPU KV cache usage: {Math.Min(99, 2 + 88 * _traffic.Load(at)):F1}%, Prefix cache hit rate: {35 + 20 * Signal.Unit(service.Uid, 6):F1}%"));
    }

    /// <summary>How many of the requests of ten seconds are written down: a sample, so that a busy service does not drown its log.</summary>
    public int ShownRequests(DateTimeOffset at)
    {
        var expected = Share(at) * 10;
        return expected >= MostShown ? MostShown : Signal.Unit(replica.Name, at.ToUnixTimeSeconds()) < expected / MostShown ? 1 : 0;
    }

    /// <summary>One request, with status and latency as the traffic has them at that time.</summary>
    public string Request(DateTimeOffset at, int index)
    {
        var salt = at.ToUnixTimeSeconds() * 4 + index;
        var failed = Signal.Unit(replica.Name + "fail", salt) < _traffic.ErrorRate(at);
        var luck = Signal.Unit(replica.Name + "ms", salt);
        var (p50, p99) = (_traffic.P50Ms(at), _traffic.P99Ms(at));

        // Half of the answers are faster than the median; the slow half stretches to the 99th percentile.
        var ms = luck < 0.5 ? p50 * (0.55 + 0.9 * luck) : p50 + (p99 - p50) * Math.Pow((luck - 0.5) / 0.49, 3);
        var client = FormattableString.Invariant($"10.224.{Signal.Hash(replica.Name, salt) % 250}.{Signal.Hash(replica.Name, salt + 1) % 250}");
        return failed
            ? Line(at, string.Create(CultureInfo.InvariantCulture, $"{client} \"POST {_traffic.Kind.Path} HTTP/1.1\" 500 Internal Server Error {ms:F0}ms"), "ERROR")
            : Line(at, string.Create(CultureInfo.InvariantCulture, $"{client} \"POST {_traffic.Kind.Path} HTTP/1.1\" 200 OK {ms:F0}ms"));
    }

    /// <summary>A line in the kind's usual layout.</summary>
    public string Line(DateTimeOffset at, string text, string level = "INFO") => _traffic.Kind == ServingKind.Llm
        ? string.Create(CultureInfo.InvariantCulture, $"{level} {at.UtcDateTime:MM-dd HH:mm:ss} [{replica.Name[^5..]}] {text}")
        : string.Create(CultureInfo.InvariantCulture, $"[{at.UtcDateTime:yyyy-MM-dd HH:mm:ss}] [{level}] [{replica.Name[^5..]}] {text}");

    private double Share(DateTimeOffset at) => _traffic.Qps(at) / service.Replicas.ServedAt(at);
}
