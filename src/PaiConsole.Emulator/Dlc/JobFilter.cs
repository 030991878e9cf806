using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Dlc;

/// <summary>The filters of ListJobs; all that are given must hold.</summary>
internal sealed class JobFilter
{
    private static readonly TimeSpan DefaultWindow = TimeSpan.FromDays(7);
    private readonly WireCall _call;
    private readonly List<Func<Job, bool>> _all = [];
    private readonly DateTimeOffset _from;
    private readonly DateTimeOffset _to;
    private readonly bool _byFinish;

    public JobFilter(WireCall call)
    {
        _call = call;
        _byFinish = call.Text("TimeRangeField") is { } field && field.Contains("Finish", StringComparison.OrdinalIgnoreCase);
        _from = call.Instant("StartTime") ?? call.Now - DefaultWindow;
        _to = call.Instant("EndTime") ?? call.Now;
        if (_byFinish)
            _all.Add(j => j.Finished >= _from && j.Finished <= _to);

        Equal("JobId", j => j.Id);
        Equal("Status", j => j.Status);
        Equal("JobType", j => j.Request.JobType);
        Equal("WorkspaceId", j => j.Request.WorkspaceId);
        Equal("PaymentType", j => j.Request.PaymentType);
        Equal("Accessibility", j => j.Accessibility);
        Equal("UserIdForFilter", j => j.UserId);
        Equal("Username", j => j.World.People.User(j.UserId));
        Equal("ResourceId", j => j.Request.ResourceId);
        Equal("Caller", j => j.Request.Settings?.Text("Caller"));
        Equal("PipelineId", j => j.Request.Settings?.Text("PipelineId"));
        Equal("BusinessUserId", j => j.Request.Settings?.Text("BusinessUserId"));
        Equal("OversoldInfo", j => j.Request.Settings?.Text("OversoldType"));
        Equal("TemplateId", j => j.Request.Body.Text("TemplateId"));
        Contains("Description", j => j.Description);
        Contains("UserCommandSearch", j => j.Request.Command);
        Contains("ReasonSearch", j => j.ReasonCode + " " + j.ReasonMessage);
        Contains("ImageSearch", j => string.Join(' ', j.Request.Roles.Select(r => r.Image)));
        OneOf("JobIds", j => j.Id);
        OneOf("ResourceIds", j => j.Request.ResourceId ?? "");
        if (call.Text("DisplayName") is { } name)
            _all.Add(call.Text("DisplayNameSearchMode") is null or "wildcard"
                ? j => j.DisplayName.Contains(name.Trim('*'), StringComparison.OrdinalIgnoreCase)
                : j => j.DisplayName == name);
        if (call.Flag("ShowOwn") == true)
            _all.Add(j => j.UserId == World.People.KeyOwner);
        _all.AddRange(call.Query.Map("Tags").Select(tag => (Func<Job, bool>)(j => j.Request.Tags.TryGetValue(tag.Key, out var value) && value == tag.Value)));
        Range();
    }

    /// <summary>Nothing but the time of creation is asked for.</summary>
    public bool IsEmpty => _all.Count == 0;

    public bool Holds(Job job)
    {
        foreach (var holds in _all)
            if (!holds(job))
                return false;
        return true;
    }

    /// <summary>The smallest ready-made list that holds every match, oldest first.</summary>
    public IReadOnlyList<Job> Candidates()
    {
        var jobs = _call.World.Jobs;
        if (_byFinish)
            return jobs.Ordered;
        if (_call.Text("JobId") is { } id)
            return Created(jobs.Find(id) is { } one ? [one] : []);
        if (_call.Text("JobIds") is not null)
            return Created(_call.Query.List("JobIds").Distinct(StringComparer.Ordinal).Select(jobs.Find).OfType<Job>().OrderBy(j => j.Created).ThenBy(j => j.Id, StringComparer.Ordinal));
        if (_call.Text("Status") is { } status && !JobLifecycle.IsFinal(status))
            return Created(jobs.Active);
        var (first, past) = jobs.CreatedBetween(_from, _to);
        return new Slice<Job>(jobs.Ordered, first, Math.Max(0, past - first));
    }

    private List<Job> Created(IEnumerable<Job> jobs) => [.. jobs.Where(j => j.Created >= _from && j.Created <= _to)];

    private void Equal(string parameter, Func<Job, string?> value)
    {
        if (_call.Text(parameter) is { } wanted)
            _all.Add(j => value(j) == wanted);
    }

    private void Contains(string parameter, Func<Job, string?> value)
    {
        if (_call.Text(parameter) is { } wanted)
            _all.Add(j => value(j)?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true);
    }

    private void OneOf(string parameter, Func<Job, string> value)
    {
        if (_call.Query.List(parameter) is { Count: > 0 } wanted)
        {
            var set = wanted.ToHashSet(StringComparer.Ordinal);
            _all.Add(j => set.Contains(value(j)));
        }
    }

    private void Range()
    {
        if (_call.Text("NumericRangeField") is not { } field)
            return;
        Func<Job, double> value = field switch
        {
            "RequestGPU" => j => j.Request.Gpus,
            "RequestCPU" => j => j.Request.Cpus,
            "RequestMemory" => j => j.Request.MemoryGib,
            "NodeCount" => j => j.Request.Nodes,
            "Duration" => j => j.Ran.TotalSeconds,
            "Priority" => j => j.Priority,
            _ => throw WireError.Invalid(_call.Spec.Product, $"NumericRangeField '{field}' is not a field jobs can be filtered by."),
        };
        var least = _call.Int("NumericRangeMin", int.MinValue);
        var most = _call.Int("NumericRangeMax", int.MaxValue);
        _all.Add(j => value(j) >= least && value(j) <= most);
    }
}
