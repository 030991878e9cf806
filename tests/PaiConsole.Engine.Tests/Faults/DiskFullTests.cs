using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Persistence;
using PaiConsole.Engine.Syncing;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Faults;

/// <summary>The database cannot grow: SQLite itself says that the disk is full.</summary>
public sealed class DiskFullTests
{
    [Fact]
    public async Task Nothing_is_sent_that_cannot_be_written_down_the_pages_go_on_and_it_recovers_with_the_next_look()
    {
        var disk = new Disk();
        await using var engine = await EngineUnderTest.StartAsync(services: services =>
            services.ConfigureDbContext<PaiConsoleDb>(options => options.AddInterceptors(disk)));
        var commands = engine.Get<JobCommands>();
        await commands.SubmitAsync(EngineUnderTest.Operator, Sample.Job("before", seconds: 9_000), null, null, CancellationToken.None);
        await engine.WorkAsync();
        await engine.LookAtAllAsync();

        disk.IsFull = true;
        var taken = 1;
        while (await IsTakenAsync(commands, taken))
            Assert.True(++taken < 500, "The disk is not full.");
        for (var i = 0; i < 200; i++)
            await SomebodyElseSubmitsAsync(engine, i);
        await Assert.ThrowsAnyAsync<Exception>(() => engine.LookAsync(ResourceKind.Job));
        var look = engine.Get<SyncHealth>().Of(ResourceKind.Job);
        Assert.True(look.IsStale);
        Assert.Contains("database", look.Problem, StringComparison.Ordinal);
        Assert.Equal(1, (await engine.Get<JobQueries>().ListAsync(new ListRequest(), CancellationToken.None)).Total);
        await using (var db = engine.OpenDatabase())
            Assert.Equal(taken, await db.Operations.CountAsync(CancellationToken.None));

        disk.IsFull = false;
        await engine.Get<OperationResumer>().ResumeAsync(CancellationToken.None);
        await engine.WorkAsync();
        await engine.LookAtAllAsync();
        Assert.Equal(taken + 200, engine.Calls("CreateJob"));
        Assert.Equal(taken + 200, (await engine.Get<JobQueries>().ListAsync(new ListRequest(), CancellationToken.None)).Total);
        Assert.False(engine.Get<SyncHealth>().Of(ResourceKind.Job).IsStale);
        Assert.True(await IsTakenAsync(commands, taken));
    }

    private static async Task<bool> IsTakenAsync(JobCommands commands, int number)
    {
        try
        {
            return (await commands.SubmitAsync(EngineUnderTest.Operator, Sample.Job($"job-{number}", seconds: 9_000), null, null, CancellationToken.None)).Operation is not null;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    private static Task SomebodyElseSubmitsAsync(EngineUnderTest engine, int number) => engine.Get<Cloud.Dlc.IDlcApi>().CreateJobAsync(
        new Cloud.Dlc.CreateJobRequest
        {
            DisplayName = $"theirs-{number}", JobType = "PyTorchJob", UserCommand = "sleep 9000",
            JobSpecs = [new Cloud.Dlc.JobSpec { Type = "Worker", PodCount = 1, EcsSpec = Sample.Sku, Image = Sample.Image }],
        },
        CancellationToken.None);

    /// <summary>Holds each connection to the pages that there are.</summary>
    private sealed class Disk : DbConnectionInterceptor
    {
        private const int MostPages = 1_073_741_823;

        public bool IsFull { get; set; }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Limit(connection);
            return Task.CompletedTask;
        }

        private void Limit(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = IsFull ? "PRAGMA max_page_count = 1" : $"PRAGMA max_page_count = {MostPages}";
            command.ExecuteScalar();
        }
    }
}
