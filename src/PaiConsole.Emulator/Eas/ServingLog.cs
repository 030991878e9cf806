namespace PaiConsole.Emulator.Eas;

/// <summary>A line that can be written out; counting lines costs no writing.</summary>
internal readonly record struct LogEntry(DateTimeOffset At, Func<string> Text);

/// <summary>The log of one instance: how its server starts, then what it serves. Grows with the world clock; any part of it can be read without what came before.</summary>
internal sealed class ServingLog(ModelService service, Replica replica)
{
    private const int SlotSeconds = 10;
    private readonly ServingDialect _dialect = new(service, replica);

    public IEnumerable<LogEntry> Entries(DateTimeOffset from, DateTimeOffset to)
    {
        foreach (var (at, text) in _dialect.Startup())
            if (at >= from && at <= to)
                yield return new(at, () => text);

        if (replica.Started is not { } started)
            yield break;
        var end = replica.Ended is { } ended && ended < to ? ended : to;
        var first = from > started ? from : started;
        for (var at = Slot(first); at <= end; at = at.AddSeconds(SlotSeconds))
        {
            var slot = at;
            if (slot < first)
                continue;
            if (_dialect.HasStatistics)
                yield return new(slot, () => _dialect.Statistics(slot));
            var shown = _dialect.ShownRequests(slot);
            for (var i = 0; i < shown; i++)
            {
                var index = i;
                var when = slot.AddSeconds(1 + 3 * i);
                if (when <= end)
                    yield return new(when, () => _dialect.Request(when, index));
            }
        }

        if (replica.Ended is { } stopped && stopped >= from && stopped <= to)
            yield return new(stopped, () => _dialect.Line(stopped, "Received SIGTERM, draining connections and shutting down"));
    }

    private DateTimeOffset Slot(DateTimeOffset at)
    {
        // Instances do not write in step.
        var phase = (long)(Signal.Hash(replica.Name, 11) % SlotSeconds);
        var seconds = at.ToUnixTimeSeconds() - phase;
        return DateTimeOffset.FromUnixTimeSeconds(seconds - seconds % SlotSeconds + phase);
    }
}
