using PaiConsole.Emulator.Dsw;

namespace PaiConsole.Emulator.Control;

/// <summary>
/// <c>POST workspaces/{id}/auto-shutdown-policy {minutes, cpuPercent, gpuPercent, delaySeconds, enableSkip}</c>: stops the notebooks of a workspace once they
/// have been idle for longer. Without gpuPercent the GPU does not count; with delaySeconds a countdown comes before the stop; null minutes takes the policy away.
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
        if (wanted.Minutes is < 1 || wanted.CpuPercent is < 0 or > 100 || wanted.GpuPercent is < 0 or > 100 || wanted.DelaySeconds is < 0)
            throw new ControlException("minutes must be at least 1, cpuPercent and gpuPercent between 0 and 100, delaySeconds not negative.");
        if (wanted is { Minutes: not null, CpuPercent: null })
            throw new ControlException("cpuPercent is needed.");
        var rule = wanted is { Minutes: { } minutes, CpuPercent: { } cpu }
            ? new IdleRule(cpu, wanted.GpuPercent, minutes) { Delay = TimeSpan.FromSeconds(wanted.DelaySeconds ?? 0), EnableSkip = wanted.EnableSkip == true }
            : null;
        call.World.WorkspacePolicies.Set(call.World, id, rule);
        return new { id, wanted.Minutes, wanted.CpuPercent, wanted.GpuPercent, wanted.DelaySeconds, wanted.EnableSkip };
    }

    private sealed record Wanted(int? Minutes, int? CpuPercent, int? GpuPercent, int? DelaySeconds, bool? EnableSkip);
}
