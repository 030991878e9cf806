using System.Globalization;
using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.PaiStudio;

/// <summary>GET /api/v1/trainingjobs. Ten a page unless asked otherwise, newest first; no time is left out unless asked (unverified).</summary>
internal sealed class ListTrainingJobs : IWireOperation
{
    private const int LargestPage = 100;

    public string Product => Transport.Product.PaiStudio;

    public string Name => nameof(ListTrainingJobs);

    public object Handle(WireCall call)
    {
        var (skip, take) = call.Page(10, LargestPage);
        var (from, to) = (call.Instant("StartTime"), call.Instant("EndTime"));
        var labels = call.Query.Map("Labels");
        var found = call.World.TrainingJobs.All.Where(j =>
            Same(call, "TrainingJobId", j.Id) && Same(call, "Status", j.Status)
            && Same(call, "WorkspaceId", j.Body.Text("WorkspaceId")) && Same(call, "AlgorithmName", j.Body.Text("AlgorithmName")) && Same(call, "AlgorithmProvider", j.Body.Text("AlgorithmProvider"))
            && (call.Text("TrainingJobName") is not { } name || j.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
            && (call.Flag("IsTempAlgo") is not { } temporary || temporary == j.Body.Text("AlgorithmName") is null)
            && !(j.Dlc.Created < from) && !(j.Dlc.Created > to)
            && labels.All(l => j.Body.Field("Labels")?.EnumerateArray().Any(own => own.Text("Key") == l.Key && own.Text("Value") == l.Value) == true));
        Func<TrainingJob, DateTimeOffset> key = call.Text("SortBy") == "GmtModifiedTime" ? j => j.Modified : j => j.Dlc.Created;
        var ascending = string.Equals(call.Text("Order"), "asc", StringComparison.OrdinalIgnoreCase);
        var sorted = (ascending ? found.OrderBy(key).ThenBy(j => j.Id, StringComparer.Ordinal) : found.OrderByDescending(key).ThenByDescending(j => j.Id, StringComparer.Ordinal)).ToList();
        return new { TotalCount = sorted.Count, TrainingJobs = sorted.Skip(skip).Take(take).Select(j => new TrainingJobItemAnswer(j)).ToArray() };
    }

    private static bool Same(WireCall call, string parameter, string? value) => call.Text(parameter) is not { } wanted || wanted == value;
}

/// <summary>GET /api/v1/trainingjobs/{TrainingJobId}/logs: pages of one instance's lines, oldest first; the first instance unless named.</summary>
internal sealed class ListTrainingJobLogs : IWireOperation
{
    private const int DefaultPage = 100;
    private const int LargestPage = 2000;

    public string Product => Transport.Product.PaiStudio;

    public string Name => nameof(ListTrainingJobLogs);

    public object Handle(WireCall call)
    {
        var job = call.World.TrainingJobs.Need(call.Path("TrainingJobId"));
        var (skip, take) = call.Page(DefaultPage, LargestPage);
        var instance = call.Text("InstanceId") ?? call.Text("WorkerId");
        if (job.Pod(instance) is not { } pod)
            return instance is null ? new { TotalCount = "0", Logs = Array.Empty<string>() } : throw WireError.NotFound(Product, "instance", instance);
        var (from, to) = (call.Instant("StartTime") ?? DateTimeOffset.MinValue, call.Instant("EndTime") ?? call.Now);
        var lines = pod.Attempts.SelectMany(a => new TrainingLog(job.Dlc, pod, a).Lines(from < job.Dlc.Created ? job.Dlc.Created : from, to)).ToList();
        return new { TotalCount = lines.Count.ToString(CultureInfo.InvariantCulture), Logs = lines.Skip(skip).Take(take).ToArray() };
    }
}

/// <summary>GET /api/v1/trainingjobs/{TrainingJobId}/events.</summary>
internal sealed class ListTrainingJobEvents : IWireOperation
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;

    public string Product => Transport.Product.PaiStudio;

    public string Name => nameof(ListTrainingJobEvents);

    public object Handle(WireCall call)
    {
        var job = call.World.TrainingJobs.Need(call.Path("TrainingJobId"));
        var (skip, take) = call.Page(DefaultPage, LargestPage);
        var (from, to) = (call.Instant("StartTime"), call.Instant("EndTime"));
        var all = JobEvents.OfJob(job.Dlc).Where(e => !(e.At < from) && !(e.At > to)).OrderBy(e => e.At).Select(e => e.ToString()).ToList();
        return new { TotalCount = all.Count.ToString(CultureInfo.InvariantCulture), Events = all.Skip(skip).Take(take).ToArray() };
    }
}

/// <summary>GET /api/v1/trainingjobs/{TrainingJobId}/metrics: what the training reported, oldest first unless told.</summary>
internal sealed class ListTrainingJobMetrics : IWireOperation
{
    private const int DefaultPage = 100;
    private const int LargestPage = 1000;

    public string Product => Transport.Product.PaiStudio;

    public string Name => nameof(ListTrainingJobMetrics);

    public object Handle(WireCall call)
    {
        var job = call.World.TrainingJobs.Need(call.Path("TrainingJobId"));
        var (skip, take) = call.Page(DefaultPage, LargestPage);
        var (name, from, to) = (call.Text("Name"), call.Instant("StartTime"), call.Instant("EndTime"));
        var all = TrainingMetrics.Of(job.Dlc).Where(m => (name is null || m.Name == name) && !(m.At < from) && !(m.At > to)).ToList();
        if (string.Equals(call.Text("Order"), "desc", StringComparison.OrdinalIgnoreCase))
            all.Reverse();
        return new { TotalCount = all.Count, Metrics = all.Skip(skip).Take(take).Select(m => new { m.Name, Timestamp = WireJson.Iso(m.At), m.Value }).ToArray() };
    }
}
