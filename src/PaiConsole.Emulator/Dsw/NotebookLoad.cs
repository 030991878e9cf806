namespace PaiConsole.Emulator.Dsw;

/// <summary>How busy a notebook is: a person's day, or what the control surface says from some time on.</summary>
internal sealed class NotebookLoad(string id)
{
    private readonly List<(DateTimeOffset From, double Cpu, double Gpu)> _set = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _gaps = [];

    /// <summary>Fixes the load from now on, percent.</summary>
    public void Set(DateTimeOffset from, double cpuPercent, double gpuPercent) => _set.Add((from, cpuPercent, gpuPercent));

    /// <summary>For so long from then on nothing is measured, whatever happens.</summary>
    public void Gap(DateTimeOffset from, TimeSpan length) => _gaps.Add((from, from + length));

    /// <summary>Was nothing measured then? The instant a gap begins was still measured, the one it ends was not.</summary>
    public bool IsGap(DateTimeOffset at) => _gaps.Exists(g => g.From < at && at <= g.To);

    public double Cpu(DateTimeOffset at) => SetAt(at)?.Cpu ?? Person("cpu", at, 65);

    public double Gpu(DateTimeOffset at) => SetAt(at)?.Gpu ?? Person("gpu", at, 88);

    private (DateTimeOffset From, double Cpu, double Gpu)? SetAt(DateTimeOffset at)
    {
        for (var i = _set.Count - 1; i >= 0; i--)
            if (_set[i].From <= at)
                return _set[i];
        return null;
    }

    /// <summary>Bursts of work in working hours, close to nothing between them.</summary>
    private double Person(string part, DateTimeOffset at, double most)
    {
        var working = Signal.Noise(id + "work", at, 2400) < Signal.WorkingHours(at) * (0.5 + 0.5 * Signal.Unit(id, 3));
        var level = working ? most * (0.35 + 0.65 * Signal.Noise(id + part, at, 420)) : 2.5 * Signal.Noise(id + part, at, 300);
        return Math.Round(level, 2);
    }
}
