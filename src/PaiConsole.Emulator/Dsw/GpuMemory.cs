namespace PaiConsole.Emulator.Dsw;

/// <summary>Memory of the GPU. The first work of a session takes it, and the kernel that did the work holds it, busy or not, until the notebook is stopped.</summary>
internal sealed class GpuMemory(Notebook notebook)
{
    private const double Empty = 4;
    private const double Work = 5;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);
    private DateTimeOffset _session;
    private DateTimeOffset _searched;
    private DateTimeOffset? _firstWork;

    /// <summary>Percent of it that is taken.</summary>
    public double At(DateTimeOffset at)
    {
        if (notebook.History.StartAt(at) is not { } session)
            return 0;
        if (FirstWork(session, at) is not { } first || at < first)
            return Empty;
        var held = 30 + 50 * Signal.Unit(notebook.Id + "vram", session.ToUnixTimeSeconds());
        return notebook.Load.Gpu(at) < Work ? held : held + 12 * Signal.Noise(notebook.Id + "vram", at, 5400);
    }

    /// <summary>Remembers how far it has looked: points of one series are asked for in order, and the past does not change.</summary>
    private DateTimeOffset? FirstWork(DateTimeOffset session, DateTimeOffset until)
    {
        if (session != _session)
            (_session, _searched, _firstWork) = (session, session, null);
        for (; _firstWork is null && _searched <= until; _searched += Step)
            if (notebook.Load.Gpu(_searched) >= Work && notebook.RanAt(_searched))
                _firstWork = _searched;
        return _firstWork;
    }
}
