using PaiConsole.Emulator.Dlc;

namespace PaiConsole.Emulator.Control;

/// <summary>
/// <c>POST jobs/{id}/log {lines, overSeconds, pod}</c>: that many further lines in the log of one pod, with escape sequences, NUL, bidi marks and HTML among
/// them, from now on and spread over so many world seconds (a hundredth of the lines unless told).
/// </summary>
internal sealed class SetJobLog : IControlAction
{
    private const int MostLines = 2_000_000;
    private const int UsualPerSecond = 100;

    public string Method => "POST";

    public string Path => "jobs/{id}/log";

    public object Handle(ControlCall call)
    {
        var id = call.PathValues["id"];
        var job = (call.World.TrainingJobs.Find(id)?.Dlc ?? call.World.Jobs.Find(id)) ?? throw new ControlException($"There is no job {id}.", 404);
        var wanted = call.Body<Wanted>();
        if (wanted.Lines is < 1 or > MostLines || wanted.OverSeconds is <= 0)
            throw new ControlException(FormattableString.Invariant($"lines must be between 1 and {MostLines}, overSeconds above 0."));
        if (wanted.Pod is { } pod && JobPods.Find(job, pod) is null)
            throw new ControlException($"Job {id} has no pod {pod}.", 404);
        job.ExtraLog = new(call.World.Now, wanted.Lines, wanted.OverSeconds ?? Math.Ceiling((double)wanted.Lines / UsualPerSecond), wanted.Pod);
        return new { id, job.ExtraLog.From, until = job.ExtraLog.From.AddSeconds(job.ExtraLog.Seconds), lines = job.ExtraLog.Count };
    }

    private sealed record Wanted(int Lines, double? OverSeconds, string? Pod);
}
