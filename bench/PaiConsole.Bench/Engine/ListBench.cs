using Microsoft.Data.Sqlite;
using PaiConsole.Bench.Harness;
using PaiConsole.Domain;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Overview;

namespace PaiConsole.Bench.Engine;

/// <summary>G4: one page of a list, filtered, sorted and counted, against the same in plain SQL over the right index.</summary>
internal sealed class ListBench : IBench
{
    private const int Rounds = 15;
    private const int Times = 40;

    // As the list pages ask: nobody counts on beyond 10,000.
    private static readonly ListRequest Ask = new() { CountTo = 10_000 };

    public string Id => "G4";

    public async Task RunAsync(Report report, CancellationToken ct)
    {
        report.Title("G4  list page: filter, sort and count, 50 rows");
        await using var stage = await Stage.OpenAsync(ct);
        await History.SowAsync(stage, 100_000, ct);
        await using var raw = await stage.RawAsync(ct);
        await IndexAsync(raw, ct);
        var queries = stage.Get<JobQueries>();
        var page = Ask with { Status = [nameof(Phase.Failed)], Workspace = History.Workspace };

        var contest = await Contest.RunAsync(Rounds, Times, ct, stop => PageAsync(raw, stop), stop => queries.ListAsync(page, stop));
        report.Ratio("status and workspace, newest first, of 100,000", contest[0], contest[1], 4);

        foreach (var (name, request) in Others)
        {
            var other = await Contest.RunAsync(Rounds, Times / 4, ct, stop => PageAsync(raw, stop), stop => queries.ListAsync(request, stop));
            report.Ratio(name, other[0], other[1], 4);
        }
        foreach (var (name, request) in Texts)
        {
            var text = await Contest.RunAsync(Rounds, Times / 10, ct, stop => ScanAsync(raw, request.Query!, stop), stop => queries.ListAsync(request, stop));
            report.Ratio(name, text[0], text[1], 1.5);
        }
        var sums = await Contest.RunAsync(Rounds, Times, ct, stop => PageAsync(raw, stop), stop => queries.TotalsAsync(new ListRequest(), stop));
        report.Ratio("what all that runs costs", sums[0], sums[1], 4);
        var owners = await Contest.RunAsync(Rounds, Times, ct, stop => PageAsync(raw, stop), stop => queries.OwnersAsync(stop));
        report.Ratio("the owners to filter by", owners[0], owners[1], 4);

        var overview = stage.Get<OverviewQueries>();
        var attention = await Contest.RunAsync(Rounds, Times, ct, stop => PageAsync(raw, stop), stop => overview.AttentionAsync(100, stop));
        report.Ratio("what needs attention, over all kinds", attention[0], attention[1], 4);

        var far = (await queries.ListAsync(Ask with { Offset = 90_000 }, ct)).Items;
        var (top, middle) = (ListPlace.Of(far[0]), ListPlace.Of(far[30]));
        var deep = await Contest.RunAsync(
            Rounds, Times, ct,
            stop => queries.ListAsync(Ask, stop),
            stop => queries.ListAsync(Ask with { Offset = 90_020, From = new ListAnchor(top, 20) }, stop),
            stop => queries.ListAsync(Ask with { Offset = 89_980, From = new ListAnchor(middle, -50) }, stop),
            stop => queries.ListAsync(Ask with { Offset = 90_000 }, stop));
        report.Ratio("scrolled down, 90,000 rows deep, to the first page", deep[0], deep[1], 1.5);
        report.Ratio("scrolled up, 90,000 rows deep, to the first page", deep[0], deep[2], 1.5);
        report.Note($"Jumped to row 90,000 without a row to hold on to, which walks over the index: {deep[3].Median:0.0} ms.");

        await using var small = await Stage.OpenAsync(ct);
        await History.SowAsync(small, 10_000, ct);
        await using var large = await Stage.OpenAsync(ct);
        await History.SowAsync(large, 1_000_000, ct);
        var growth = await Contest.RunAsync(
            Rounds, Times, ct,
            stop => small.Get<JobQueries>().ListAsync(Ask with { Status = [nameof(Phase.Failed)] }, stop),
            stop => large.Get<JobQueries>().ListAsync(Ask with { Status = [nameof(Phase.Failed)] }, stop));
        report.Ratio("1,000,000 rows to 10,000 rows", growth[0], growth[1], 2);
    }

    private static readonly (string, ListRequest)[] Others =
    [
        ("nothing chosen, newest first", Ask),
        ("one owner", Ask with { Owner = ["user7"] }),
        ("by name", Ask with { Sort = "name", Descending = false }),
        ("by status", Ask with { Sort = "status", Descending = false }),
        ("running and failed", Ask with { Status = [nameof(Phase.Failed), nameof(Phase.Running)] }),
        ("what costs most per hour", Ask with { Sort = "costPerHour" }),
        ("what has cost most", Ask with { Sort = "costToDate" }),
    ];

    // Text is found by walking over an index that holds it: a scan, and so as fast as one. Goals for text are not G4's.
    private static readonly (string, ListRequest)[] Texts =
    [
        ("a word in the name, to a scan of the names", Ask with { Query = "whisper" }),
        ("a name that occurs once, to a scan of the names", Ask with { Query = "-99990" }),
    ];

    // The floor has the index that answers exactly this question; the product must do with the few that answer all of them.
    private static async Task IndexAsync(SqliteConnection raw, CancellationToken ct)
    {
        await using var command = raw.CreateCommand();
        command.CommandText = """CREATE TABLE "floor" AS SELECT * FROM "jobs"; CREATE INDEX "floor_index" ON "floor" ("WorkspaceId", "Phase", "CreatedAt")""";
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task ScanAsync(SqliteConnection raw, string text, CancellationToken ct)
    {
        await using var scan = raw.CreateCommand();
        scan.CommandText = """SELECT COUNT(*) FROM "floor" WHERE "Name" LIKE @t""";
        scan.Parameters.AddWithValue("@t", $"%{text}%");
        if (await scan.ExecuteScalarAsync(ct) is not > 0L)
            throw new InvalidOperationException("The floor found nothing.");
    }

    private static async Task PageAsync(SqliteConnection raw, CancellationToken ct)
    {
        await using var count = raw.CreateCommand();
        count.CommandText = """SELECT COUNT(*) FROM "floor" WHERE "WorkspaceId" = @w AND "Phase" = @p""";
        count.Parameters.AddWithValue("@w", History.Workspace);
        count.Parameters.AddWithValue("@p", (int)Phase.Failed);
        if (await count.ExecuteScalarAsync(ct) is not > 0L)
            throw new InvalidOperationException("The floor found nothing.");
        await using var page = raw.CreateCommand();
        page.CommandText =
            """
            SELECT "Id", "Name", "Phase", "StatusWord", "StatusSince", "OwnerId", "OwnerName", "WorkspaceId", "Sku", "Units", "CreatedAt",
                   "RateNanos", "RateIsUpperBound", "CostSettledNanos", "CostIsLowerBound", "BillingSince", "Currency", "Revision"
            FROM "floor" WHERE "WorkspaceId" = @w AND "Phase" = @p ORDER BY "CreatedAt" DESC LIMIT 50
            """;
        page.Parameters.AddWithValue("@w", History.Workspace);
        page.Parameters.AddWithValue("@p", (int)Phase.Failed);
        await using var reader = await page.ExecuteReaderAsync(ct);
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync(ct))
            reader.GetValues(values);
    }
}
