using PaiConsole.Domain;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Persistence.Entities;
using PaiConsole.Engine.Syncing;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Listing;

/// <summary>Every way of reading a page shows the same list.</summary>
public sealed class ListPageTests
{
    private const int Rows = 1_500;
    private static readonly DateTimeOffset Start = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Sorts = ["created", "name", "owner", "status", "sku", "age", "costPerHour", "costToDate"];

    [Fact]
    public async Task Pages_lie_end_to_end_in_every_order_and_from_every_row()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await SowAsync(engine);
        var queries = engine.Get<JobQueries>();
        foreach (var sort in Sorts)
        {
            foreach (var descending in new[] { true, false })
            {
                var request = new ListRequest { Sort = sort, Descending = descending, Limit = 200 };
                var all = new List<JobRow>();
                for (var offset = 0; offset < Rows; offset += 200)
                    all.AddRange((await queries.ListAsync(request with { Offset = offset }, CancellationToken.None)).Items);
                Assert.Equal(Rows, all.Select(row => row.Id).Distinct(StringComparer.Ordinal).Count());

                foreach (var (seen, steps) in new[] { (700, 0), (700, 13), (700, -13), (700, -90), (40, -30), (1_480, 5) })
                {
                    var page = await queries.ListAsync(
                        request with { Limit = 50, Offset = seen + steps, From = new ListAnchor(ListPlace.Of(all[seen]), steps) }, CancellationToken.None);
                    Assert.Equal(all.Skip(seen + steps).Take(50).Select(row => row.Id), page.Items.Select(row => row.Id));
                    Assert.Equal(Rows, page.Total);
                }
            }
        }
    }

    [Fact]
    public async Task What_has_cost_most_so_far_comes_first_whether_it_still_runs_or_not()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await SowAsync(engine);
        var queries = engine.Get<JobQueries>();
        var now = engine.Get<CloudNow>().UtcNow;
        var all = new List<JobRow>();
        for (var offset = 0; offset < Rows; offset += 170)
            all.AddRange((await queries.ListAsync(new ListRequest { Sort = "costToDate", Offset = offset, Limit = 170 }, CancellationToken.None)).Items);
        Assert.Equal(all.OrderByDescending(row => row.Cost.ToDate(now)!.Value.Nanos).Select(row => row.Id), all.Select(row => row.Id));
        foreach (var descending in new[] { true, false })
        {
            var whole = (await queries.ListAsync(new ListRequest { Sort = "costToDate", Descending = descending, Limit = 200 }, CancellationToken.None)).Items;
            for (var offset = 0; offset < 200; offset += 20) // short pages, which the running ones can fill alone
            {
                var page = await queries.ListAsync(
                    new ListRequest { Sort = "costToDate", Descending = descending, Offset = offset, Limit = 20 }, CancellationToken.None);
                Assert.Equal(whole.Skip(offset).Take(20).Select(row => row.Id), page.Items.Select(row => row.Id));
            }
        }
        Assert.Contains(all.Take(1_000).SkipLast(1), row => row.Cost.RunningSince is null);
        Assert.Contains(all.Take(1_000).SkipLast(1), row => row.Cost.RunningSince is not null);
    }

    [Fact]
    public async Task A_page_counts_no_further_than_it_was_asked_to()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await SowAsync(engine);
        var queries = engine.Get<JobQueries>();
        var capped = await queries.ListAsync(new ListRequest { CountTo = 1_000 }, CancellationToken.None);
        Assert.Equal((1_000, true), (capped.Total, capped.IsCapped));
        var whole = await queries.ListAsync(new ListRequest { CountTo = Rows }, CancellationToken.None);
        Assert.Equal((Rows, false), (whole.Total, whole.IsCapped));
        var last = await queries.ListAsync(new ListRequest { CountTo = 1_000, Offset = 1_490 }, CancellationToken.None);
        Assert.Equal((Rows, false), (last.Total, last.IsCapped));
    }

    [Fact]
    public async Task The_filter_offers_every_owner_once()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await SowAsync(engine);
        Assert.Equal(["user0", "user1", "user2", "user3", "user4"], await engine.Get<JobQueries>().OwnersAsync(CancellationToken.None));
    }

    [Fact]
    public void A_name_without_end_is_found_by_its_beginning_and_fits_into_an_index()
    {
        var text = SearchTexts.Of(new string('X', 5_000), "dlc1");
        Assert.StartsWith("xxx", text, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(SearchTexts.Of(new string('模', 5_000))), 1, 2_000);
    }

    // Many rows share a name, an owner, a state, a second or a cost, so that only the id tells them apart.
    private static async Task SowAsync(EngineUnderTest engine)
    {
        var random = new Random(7);
        await using var db = engine.OpenDatabase();
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await using (var writer = await RowWriter<JobEntity>.CreateAsync(db, CancellationToken.None))
        {
            for (var i = 0; i < Rows; i++)
            {
                var created = Start.AddSeconds(random.Next(300));
                var runs = i % 20 == 0;
                await writer.WriteAsync(
                    new JobEntity
                    {
                        Id = $"dlc{random.Next(int.MaxValue):x8}{i}", Name = $"job-{random.Next(30)}", OwnerName = $"user{random.Next(5)}",
                        Sku = random.Next(4) is var sku and > 0 ? $"ecs.g{sku}.large" : null, StatusWord = runs ? "Running" : "Succeeded",
                        Phase = runs ? Phase.Running : (Phase)random.Next(3, 6), StatusSince = created, CreatedAt = created, FirstSeenAt = created,
                        RateNanos = random.Next(1, 4) * 1_000_000_000L, CostSettledNanos = random.Next(20) * 100_000_000_000L,
                        BillingSince = runs ? created : null, Document = "{}",
                    },
                    CancellationToken.None);
            }
        }
        await transaction.CommitAsync(CancellationToken.None);
    }
}
