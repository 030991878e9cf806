namespace PaiConsole.Emulator.Control;

/// <summary><c>POST notebooks/{id}/metrics-gap {minutes}</c>: for so long from now on nothing of a notebook is measured; a gap ends an idle run.</summary>
internal sealed class SetMetricsGap : IControlAction
{
    private const double MostMinutes = 60 * 24 * 365;

    public string Method => "POST";

    public string Path => "notebooks/{id}/metrics-gap";

    public object Handle(ControlCall call)
    {
        var id = call.PathValues["id"];
        var notebook = call.World.Notebooks.Find(id) ?? throw new ControlException($"There is no notebook {id}.", 404);
        var minutes = call.Body<Wanted>().Minutes;
        if (minutes is not (> 0 and <= MostMinutes))
            throw new ControlException("minutes must be more than 0 and at most a year.");
        notebook.Load.Gap(call.World.Now, TimeSpan.FromMinutes(minutes));
        return new { id, from = call.World.Now, until = call.World.Now.AddMinutes(minutes) };
    }

    private sealed record Wanted(double Minutes);
}
