using System.Globalization;
using System.Reflection;
using PaiConsole.Cloud.Dlc;

namespace PaiConsole.Bench.Engine;

/// <summary>Training jobs in memory behind the client's interface: a look at them costs what the engine does with it, and nothing else.</summary>
#pragma warning disable MA0053 // the proxy that .NET makes derives from it
internal class CloudOfJobs : DispatchProxy
#pragma warning restore MA0053
{
    private Job[] _jobs = [];
    private Dictionary<string, Job> _byId = new(StringComparer.Ordinal);

    public static (IDlcApi Api, CloudOfJobs Cloud) Of(int count)
    {
        var api = Create<IDlcApi, CloudOfJobs>();
        var cloud = (CloudOfJobs)(object)api;
        cloud._jobs = [.. Enumerable.Range(0, count).Select(Job)];
        cloud.Index();
        return (api, cloud);
    }

    /// <summary>Moves the first jobs on to another state, as a spot restart would.</summary>
    public void Change(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var job = _jobs[i];
            var at = job.GmtModifiedTime!.Value.AddMinutes(1);
            var word = job.Status == "Running" ? "Queuing" : "Running";
            _jobs[i] = job with
            {
                Status = word,
                GmtModifiedTime = at,
                StatusHistory = [.. job.StatusHistory!.TakeLast(3), new StatusTransition { Status = word, StartTime = at }],
            };
        }
        Index();
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
    {
        nameof(IDlcApi.ListJobsAsync) => Task.FromResult(List((ListJobsQuery)args![0]!)),
        nameof(IDlcApi.GetJobAsync) => Task.FromResult(_byId[(string)args![0]!]),
        var other => throw new NotSupportedException(other),
    };

    private void Index() => _byId = _jobs.ToDictionary(job => job.JobId!, StringComparer.Ordinal);

    private ListJobsAnswer List(ListJobsQuery query)
    {
        if (query.JobIds is { } ids)
            return new ListJobsAnswer { Jobs = [.. ids.Select(id => _byId[id] with { StatusHistory = null })], TotalCount = ids.Count() };
        if (query.Status is not null)
            return new ListJobsAnswer { Jobs = [], TotalCount = 0 };
        var from = Array.FindIndex(_jobs, job => job.GmtCreateTime >= query.StartTime);
        var matching = from < 0 ? 0 : _jobs.Length - from;
        return new ListJobsAnswer
        {
            Jobs = [.. _jobs.Skip(from < 0 ? _jobs.Length : from).Skip((query.PageNumber!.Value - 1) * query.PageSize!.Value).Take(query.PageSize.Value)
                .Select(job => job with { StatusHistory = null })],
            TotalCount = matching,
        };
    }

    private static Job Job(int index)
    {
        var created = History.Now.AddDays(-100).AddSeconds(10 * index);
        return new Job
        {
            JobId = string.Create(CultureInfo.InvariantCulture, $"dlc{(uint)HashCode.Combine(11, index):x8}{index:x}"),
            DisplayName = string.Create(CultureInfo.InvariantCulture, $"llama-sft-{index}"),
            JobType = "PyTorchJob",
            Status = "Running",
            UserId = "2010",
            Username = string.Create(CultureInfo.InvariantCulture, $"user{index % 40}"),
            WorkspaceId = "ws-1",
            UserCommand = "torchrun --nproc_per_node=8 train.py --model llama --epochs 3",
            JobSpecs = [new JobSpec { Type = "Worker", PodCount = 1, EcsSpec = "ecs.gn7i-c8g1.2xlarge", Image = "registry/pytorch:2.6" }],
            GmtCreateTime = created,
            GmtRunningTime = created.AddSeconds(60),
            GmtModifiedTime = created.AddSeconds(60),
            StatusHistory =
            [
                new StatusTransition { Status = "Creating", StartTime = created },
                new StatusTransition { Status = "Running", StartTime = created.AddSeconds(60) },
            ],
        };
    }
}
