using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Auditing;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Overview;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Persistence;

public sealed class PostgresTests
{
    [Fact]
    public async Task The_same_migrations_rows_and_slices_work_on_PostgreSql()
    {
        Assert.SkipWhen(PostgresServer.Binaries is null, "PostgreSQL is not installed here.");
        await using var server = await PostgresServer.StartAsync();
        await using var engine = await EngineUnderTest.StartAsync(settings: values =>
        {
            values["Database:Provider"] = "PostgreSql";
            values["ConnectionStrings:PaiConsole"] = server.ConnectionString;
        });

        var submitted = await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Operator, Sample.Job(), null, "key", CancellationToken.None);
        var created = await engine.Get<NotebookCommands>().CreateAsync(EngineUnderTest.Operator, Sample.Notebook(), null, CancellationToken.None);
        await engine.WorkAsync();
        await engine.LookAtAllAsync();
        engine.Advance(3_600);
        await engine.LookAtAllAsync();
        var job = (await engine.OperationAsync(submitted))!;
        Assert.Equal(OperationStatus.Confirmed, job.Status);
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(created))!.Status);

        var queries = engine.Get<JobQueries>();
        foreach (var sort in new[] { "name", "status", "owner", "sku", "age", "created", "costPerHour", "costToDate" })
        {
            var request = new ListRequest { Sort = sort, Query = "TRAIN", Status = ["Succeeded"], Owner = ["emulator"] };
            Assert.Equal(1, (await queries.ListAsync(request, CancellationToken.None)).Total);
            Assert.Single((await queries.ListAsync(request, CancellationToken.None)).Items);
        }
        Assert.Equal(["emulator"], await queries.OwnersAsync(CancellationToken.None));
        Assert.Equal(1, (await engine.Get<NotebookQueries>().TotalsAsync(new ListRequest(), CancellationToken.None)).Running);
        Assert.Equal(Sample.LedgerNanos(engine, "job", job.TargetId!), (await queries.RowAsync(job.TargetId!, CancellationToken.None))!.Cost.Settled.Nanos);
        var overview = engine.Get<OverviewQueries>();
        Assert.Contains(await overview.SummariesAsync(CancellationToken.None), summary => summary.Kind == ResourceKind.Notebook);
        Assert.NotNull(await overview.BurnRateAsync(CancellationToken.None));
        Assert.NotNull(await overview.AttentionAsync(10, CancellationToken.None));
        Assert.NotEmpty(await overview.ChangesAsync(0, 50, CancellationToken.None));
        Assert.NotEmpty(await overview.SearchAsync("TRAIN", 10, CancellationToken.None));
        Assert.Null(await engine.Get<AuditQueries>().FirstBrokenAsync(CancellationToken.None));

        await using var db = engine.OpenDatabase();
        foreach (var table in db.Model.GetEntityTypes().Select(type => $"DELETE FROM \"{Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetTableName(type)}\""))
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, table, CancellationToken.None);
        await RowWriterTests.RoundTripsAsync(engine);
    }
}
