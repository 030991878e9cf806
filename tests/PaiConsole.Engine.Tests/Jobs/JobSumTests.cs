using PaiConsole.Domain.Jobs;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Jobs;

public sealed class JobSumTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Running")]
    [InlineData("Succeeded")]
    public async Task Totals_are_the_sum_of_the_rows_to_the_nanosecond(string? status)
    {
        await using var engine = await EngineUnderTest.StartAsync("demo");
        await engine.LookAtAllAsync();
        var queries = engine.Get<JobQueries>();
        var request = new ListRequest { Status = status is null ? [] : [status] };
        var rows = await AllAsync(queries, request);
        var sums = await queries.SumsAsync(request, CancellationToken.None);
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, sums.Count);
        Assert.Equal(rows.Sum(row => row.Cost.ToDate(sums.At)?.Nanos ?? 0), sums.ToDate.Nanos);
        Assert.Equal(rows.Count(row => row.Cost.IsLowerBound || row.Cost is { RunningSince: not null, PerHour: null }), sums.Uncertain);
        Assert.Equal(rows.Where(row => row.Cost.RunningSince is not null).Sum(row => row.More!.Gpus ?? 0), sums.Gpus);
    }

    [Fact]
    public async Task The_whole_list_comes_once_in_its_order_with_what_rows_leave_out()
    {
        await using var engine = await EngineUnderTest.StartAsync("demo");
        await engine.LookAtAllAsync();
        var queries = engine.Get<JobQueries>();
        var rows = await AllAsync(queries, new ListRequest { Sort = "name", Descending = false });
        Assert.Equal(rows.Select(row => row.Id).Distinct(StringComparer.Ordinal).Count(), rows.Count);
        Assert.Equal((await queries.ListAsync(new ListRequest(), CancellationToken.None)).Total, rows.Count);
        Assert.Equal(rows.Select(row => row.Name).Order(StringComparer.Ordinal), rows.Select(row => row.Name));

        var now = engine.Get<CloudNow>().UtcNow;
        var job = rows.First(row => row.StatusWord == "Running");
        var detail = (await queries.GetAsync(job.Id, CancellationToken.None))!;
        var times = JobTimes.Of(detail.Timeline.Select(span => new JobStretch(span.StatusWord, span.From, span.To)), now);
        Assert.Equal(times.CloudWait, job.More!.Queued(now));
        Assert.Equal(times[JobTimeOwner.Run], job.More.Ran(now));
        Assert.Equal(detail.Job.Roles.Sum(role => role.Count * engine.Get<PriceDesk>().Skus.Find(role.Sku)!.GpuCount), job.More.Gpus);

        // Nothing but time goes on: the row is the same row.
        Assert.Equal(job, (await queries.WithMoreAsync([job with { More = null }], CancellationToken.None))[0]);
    }

    private static async Task<List<JobRow>> AllAsync(JobQueries queries, ListRequest request)
    {
        var rows = new List<JobRow>();
        await foreach (var page in queries.AllAsync(request, CancellationToken.None))
            rows.AddRange(page);
        return rows;
    }
}
