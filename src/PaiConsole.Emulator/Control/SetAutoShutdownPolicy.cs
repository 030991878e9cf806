using PaiConsole.Emulator.Dsw;

namespace PaiConsole.Emulator.Control;

/// <summary>
/// <c>POST workspaces/{id}/auto-shutdown-policy {minutes, cpuPercent, gpuPercent}</c>: stops the notebooks of a workspace once they have been idle for longer.
/// Without gpuPercent the GPU does not count; null minutes takes the policy away.
/// </summary>
internal sealed class SetAutoShutdownPolicy : IControlAction
{
    public string Method => "POST";

    public string Path => "workspaces/{id}/auto-shutdown-policy";

    public object Handle(ControlCall call)
    {
        var id = call.PathValues["id"];
        if (!call.World.People.Workspaces.ContainsKey(id))
            throw new ControlException($"There is no workspace {id}.", 404);
        var wanted = call.Body<Wanted>();
        if (wanted.Minutes is < 1 || wanted.CpuPercent is < 0 or > 100 || wanted.GpuPercent is < 0 or > 100)
            throw new ControlException("minutes must be at least 1, cpuPercent and gpuPercent between 0 and 100.");
        if (wanted is { Minutes: not null, CpuPercent: null })
            throw new ControlException("cpuPercent is needed.");
        call.World.WorkspacePolicies.Set(call.World, id, wanted is { Minutes: { } minutes, CpuPercent: { } cpu } ? new IdleRule(cpu, wanted.GpuPercent, minutes) : null);
        return new { id, wanted.Minutes, wanted.CpuPercent, wanted.GpuPercent };
    }

    private sealed record Wanted(int? Minutes, int? CpuPercent, int? GpuPercent);
}
