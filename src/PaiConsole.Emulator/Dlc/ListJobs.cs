using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>
/// GET /api/v1/jobs. Without StartTime only jobs created in the last 7 days are looked at, whatever the other filters say.
/// Twenty a page unless asked otherwise, at most 100; newest first.
/// </summary>
internal sealed class ListJobs : IWireOperation
{
    private const int DefaultPage = 20;
    private const int LargestPage = 100;

    public string Product => Transport.Product.Dlc;

    public string Name => nameof(ListJobs);

    public object Handle(WireCall call)
    {
        var (skip, take) = call.Page(DefaultPage, LargestPage);
        JobFilter filter = new(call);
        var ascending = string.Equals(call.Text("Order"), "asc", StringComparison.OrdinalIgnoreCase);
        var byCreation = call.Text("SortBy") is null or "GmtCreateTime";
        var (total, page) = byCreation ? ByCreation(filter, ascending, skip, take) : Sorted(call, filter, ascending, skip, take);
        return new { TotalCount = total, Jobs = page.Select(j => new JobItemAnswer(j)).ToArray() };
    }

    /// <summary>The store is in this order already: only counts what is not on the page, and without filters not even that.</summary>
    private static (int Total, List<Job> Page) ByCreation(JobFilter filter, bool ascending, int skip, int take)
    {
        var candidates = filter.Candidates();
        List<Job> page = new(Math.Min(take, 100));
        if (filter.IsEmpty)
        {
            for (var i = skip; i < Math.Min(skip + take, candidates.Count); i++)
                page.Add(candidates[ascending ? i : candidates.Count - 1 - i]);
            return (candidates.Count, page);
        }

        var total = 0;
        for (var i = 0; i < candidates.Count; i++)
        {
            var job = candidates[ascending ? i : candidates.Count - 1 - i];
            if (!filter.Holds(job))
                continue;
            if (total >= skip && page.Count < take)
                page.Add(job);
            total++;
        }

        return (total, page);
    }

    private static (int Total, List<Job> Page) Sorted(WireCall call, JobFilter filter, bool ascending, int skip, int take)
    {
        Comparison<Job> compare = call.Text("SortBy") switch
        {
            "DisplayName" => (a, b) => string.CompareOrdinal(a.DisplayName, b.DisplayName),
            "JobType" => (a, b) => string.CompareOrdinal(a.Request.JobType, b.Request.JobType),
            "Status" => (a, b) => string.CompareOrdinal(a.Status, b.Status),
            "GmtFinishTime" => (a, b) => Nullable.Compare(a.Finished, b.Finished),
            _ => throw WireError.Invalid(call.Spec.Product, $"SortBy '{call.Text("SortBy")}' is not a field jobs can be sorted by."),
        };
        List<Job> found = [.. filter.Candidates().Where(filter.Holds)];
        var sign = ascending ? 1 : -1;
        found.Sort((a, b) => compare(a, b) is not 0 and var order ? sign * order : string.CompareOrdinal(a.Id, b.Id));
        return (found.Count, [.. found.Skip(skip).Take(take)]);
    }
}
