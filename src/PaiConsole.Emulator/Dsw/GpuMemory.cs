using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dsw;

/// <summary>Memory of the GPU. The first work of a run takes it, and the kernel that did the work holds it, busy or not, until the run ends.</summary>
internal sealed class GpuMemory(Notebook notebook)
{
    private const double Empty = 4;
    private const double Work = 5;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);
    private DateTimeOffset _run;
    private DateTimeOffset _searched;
    private DateTimeOffset? _firstWork;

    /// <summary>Percent of it that is taken.</summary>
    public double At(DateTimeOffset at)
    {
        if (notebook.RunAt(at) is not { } run)
            return 0;
        if (FirstWork(run, at) is not { } first || at < first)
            return Empty;
        var held = 30 + 50 * Signal.Unit(notebook.Id + "vram", run.ToUnixTimeSeconds());
        return notebook.Load.Gpu(at) < Work ? held : held + 12 * Signal.Noise(notebook.Id + "vram", at, 5400);
    }

    /// <summary>Remembers how far it has looked: points of one series are asked for in order, and the past does not change.</summary>
    private DateTimeOffset? FirstWork(DateTimeOffset run, DateTimeOffset until)
    {
        if (run != _run)
            (_run, _searched, _firstWork) = (run, run, null);
        for (; _firstWork is null && _searched <= until; _searched += Step)
            if (notebook.Load.Gpu(_searched) >= Work)
                _firstWork = _searched;
        return _firstWork;
    }
}
