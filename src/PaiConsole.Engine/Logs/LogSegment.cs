using System.Text;

namespace PaiConsole.Engine.Logs;

/// <summary>Some hundred lines that follow each other, as one block of UTF-8: a fraction of what as many strings take.</summary>
internal sealed class LogSegment(long first)
{
    private const int MostLines = 1_000;
    private const int MostBytes = 256 * 1024;
    private const int FirstBytes = 4 * 1024;

    private readonly List<int> _ends = [];
    private byte[] _bytes = new byte[FirstBytes];
    private int _used;

    /// <summary>Number of its first line.</summary>
    public long First { get; } = first;
    public int Count => _ends.Count;
    /// <summary>Memory it holds, in bytes.</summary>
    public long Bytes => _bytes.Length + (sizeof(int) * (long)_ends.Capacity);
    public bool IsFull => _ends.Count >= MostLines || _used >= MostBytes;

    public void Add(string line)
    {
        var need = _used + Encoding.UTF8.GetByteCount(line);
        if (need > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(need, 2 * _bytes.Length));
        _used += Encoding.UTF8.GetBytes(line, _bytes.AsSpan(_used));
        _ends.Add(_used);
    }

    public string this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            return Encoding.UTF8.GetString(_bytes, start, _ends[index] - start);
        }
    }
}
