using PaiConsole.Emulator.Dlc;

namespace PaiConsole.Emulator.Control;

/// <summary><c>POST jobs/{id}/load {gpuPercent, cpuPercent}</c>: fixes how busy a job's pods are from now on; null gives that part back to the model.</summary>
internal sealed class SetJobLoad : IControlAction
{
    public string Method => "POST";

    public string Path => "jobs/{id}/load";

    public object Handle(ControlCall call)
    {
        var id = call.PathValues["id"];
        var job = (call.World.TrainingJobs.Find(id)?.Dlc ?? call.World.Jobs.Find(id)) ?? throw new ControlException($"There is no job {id}.", 404);
        var wanted = call.Body<Wanted>();
        if (wanted.GpuPercent is < 0 or > 100 || wanted.CpuPercent is < 0 or > 100)
            throw new ControlException("gpuPercent and cpuPercent are between 0 and 100.");
        (job.Loads ??= []).Add(new(call.World.Now, wanted.GpuPercent, wanted.CpuPercent));
        return new { id, wanted.GpuPercent, wanted.CpuPercent };
    }

    private sealed record Wanted(double? GpuPercent, double? CpuPercent);
}
