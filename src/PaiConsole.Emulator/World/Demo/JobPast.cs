using PaiConsole.Emulator.Dlc;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>Writes the past of a job, status by status.</summary>
internal sealed class JobPast
{
    private const int Preparing = 25;
    private readonly string _firstPod;
    private DateTimeOffset _at;

    /// <summary>Submitted then, and so long in the queue.</summary>
    public JobPast(string jobId, JobRequest request, DateTimeOffset created, int queued)
    {
        _firstPod = $"{jobId}-{(request.JobType == "PyTorchJob" ? "master" : request.Roles[0].Type.ToLowerInvariant())}-0";
        _at = created.AddSeconds(2);
        Entries.Add(new("Creating", created));
        Entries.Add(new("Queuing", _at));
        _at = _at.AddSeconds(queued);
    }

    public List<StatusEntry> Entries { get; } = new(6);

    public List<Replacement>? Replaced { get; private set; }

    /// <summary>Seconds of getting ready for one run after a reclaim.</summary>
    public static int RestartSeconds(int attempt) => 5 + 40 + 55 * attempt + Preparing;

    /// <summary>Leaves the queue.</summary>
    public JobPast Prepared()
    {
        Entries.Add(new("EnvPreparing", _at));
        return this;
    }

    /// <summary>Runs so long, in as many equal parts as there were reclaims and one more.</summary>
    public JobPast Ran(double seconds, int reclaims)
    {
        Prepared();
        _at = _at.AddSeconds(Preparing);
        var part = Math.Floor(seconds / (reclaims + 1));
        for (var i = 0; i < reclaims; i++)
        {
            Entries.Add(new("Running", _at));
            _at = _at.AddSeconds(part);
            (Replaced ??= []).Add(new(_firstPod, _at, "SpotReclaimed"));
            Entries.Add(new("Restarting", _at, "SpotReclaimed", $"Spot capacity of pod {_firstPod} was reclaimed."));
            Entries.Add(new("Queuing", _at.AddSeconds(5)));
            _at = _at.AddSeconds(RestartSeconds(i));
            Entries.Add(new("EnvPreparing", _at.AddSeconds(-Preparing)));
        }

        Entries.Add(new("Running", _at));
        _at = _at.AddSeconds(seconds - part * reclaims);
        return this;
    }

    public void Succeeded() => Entries.Add(new("Succeeded", _at));

    public void Failed(JobOutcome outcome) =>
        Entries.Add(new("Failed", outcome.Failure == JobFailure.ImagePull ? _at.AddSeconds(Preparing) : _at, outcome.ReasonCode, outcome.ReasonMessage));

    public void Stopped()
    {
        Entries.Add(new("Stopping", _at));
        Entries.Add(new("Stopped", _at.AddSeconds(10), "JobStoppedByUser", "Job is stopped by user."));
    }
}
