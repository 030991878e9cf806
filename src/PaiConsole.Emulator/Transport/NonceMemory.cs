namespace PaiConsole.Emulator.Transport;

/// <summary>Nonces seen inside the signature window. Bounded: a nonce is forgotten when its date could no longer be accepted, and the oldest go when full.</summary>
internal sealed class NonceMemory(TimeSpan window, int capacity = 200_000)
{
    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Queue<(string Nonce, DateTimeOffset Until)> _order = new();

    /// <summary>True the first time.</summary>
    public bool TryAdd(string nonce, DateTimeOffset now)
    {
        lock (_gate)
        {
            while (_order.TryPeek(out var oldest) && (oldest.Until < now || _order.Count >= capacity))
                _seen.Remove(_order.Dequeue().Nonce);
            if (!_seen.Add(nonce))
                return false;

            // A date may lie one window ahead of now and is accepted until one window after it: remember for two.
            _order.Enqueue((nonce, now + window + window));
            return true;
        }
    }
}
