using PaiConsole.Engine.Logs;

namespace PaiConsole.Engine.Tests.Logs;

/// <summary>A log of which every line has a second, read as the API gives it.</summary>
internal sealed class WrittenLog(int mostPerCall = int.MaxValue)
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 10, 0, 0, TimeSpan.Zero);
    private readonly List<(int Second, string Text)> _lines = [];

    public int Calls { get; private set; }
    /// <summary>The end of a window does not belong to it; otherwise both ends do.</summary>
    public bool IsHalfOpen { get; init; }
    public IEnumerable<string> All => _lines.OrderBy(line => line.Second).Select(line => line.Text);

    public void Write(int second, params IEnumerable<string> texts) => _lines.AddRange(texts.Select(text => (second, text)));

    public Task<IReadOnlyList<string>> ReadAsync(DateTimeOffset from, DateTimeOffset to, int most, CancellationToken ct)
    {
        Calls++;
        var (first, last) = ((from - Start).TotalSeconds, (to - Start).TotalSeconds);
        return Task.FromResult<IReadOnlyList<string>>([.. _lines.OrderBy(line => line.Second)
            .Where(line => line.Second >= first && (IsHalfOpen ? line.Second < last : line.Second <= last))
            .Take(Math.Min(most, mostPerCall)).Select(line => line.Text)]);
    }

    public LogWindows Windows() => new(ReadAsync);
}
