using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>
/// GET /api/v1/jobs/{JobId}/pods/{PodId}/logs. Answers the first MaxLines (2000) lines from StartTime (7 days ago) on; there is no cursor:
/// a reader goes on with a later StartTime. PodUid picks an earlier attempt. With DownloadToFile all lines of that time come, unless MaxLines is given too
/// (unverified: the parameter is documented, what it changes in the answer is not).
/// </summary>
internal sealed class GetPodLogs : IWireOperation
{
    private const int MostLines = 10_000;

    public string Product => Transport.Product.Dlc;

    public string Name => nameof(GetPodLogs);

    public object Handle(WireCall call)
    {
        var job = call.World.Jobs.Need(call.Path("JobId"));
        var (pod, attempt) = PodChoice.Of(call, job);
        var from = call.Instant("StartTime") ?? call.Now.AddDays(-7);
        var to = call.Instant("EndTime") ?? call.Now;
        var whole = call.Flag("DownloadToFile") == true;
        var lines = call.Int("MaxLines", whole ? int.MaxValue : 2000);
        if (lines < 1 || (lines > MostLines && !whole))
            throw WireError.Invalid(Product, FormattableString.Invariant($"MaxLines must be between 1 and {MostLines}."));
        return new
        {
            JobId = job.Id,
            PodId = pod.Id,
            PodUid = attempt.Uid,
            Logs = new TrainingLog(job, pod, attempt).Lines(from, to).Take(lines).ToArray(),
        };
    }
}
