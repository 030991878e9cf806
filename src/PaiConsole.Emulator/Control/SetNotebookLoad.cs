namespace PaiConsole.Emulator.Control;

/// <summary><c>POST notebooks/{id}/load {cpuPercent, gpuPercent}</c>: fixes how busy a notebook is from now on; feeds metrics and the idle rule.</summary>
internal sealed class SetNotebookLoad : IControlAction
{
    public string Method => "POST";

    public string Path => "notebooks/{id}/load";

    public object Handle(ControlCall call)
    {
        var id = call.PathValues["id"];
        var notebook = call.World.Notebooks.Find(id) ?? throw new ControlException($"There is no notebook {id}.", 404);
        var wanted = call.Body<Wanted>();
        notebook.Load.Set(call.World.Now, wanted.CpuPercent, wanted.GpuPercent);
        return new { id, wanted.CpuPercent, wanted.GpuPercent };
    }

    private sealed record Wanted(double CpuPercent, double GpuPercent);
}
