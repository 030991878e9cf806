using PaiConsole.Domain;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Notebooks;

public sealed class NotebookSliceTests
{
    private static readonly NotebookSpec _spec = new()
    {
        Name = "exp_nlp",
        Sku = "ecs.gn7i-c8g1.2xlarge",
        Image = "dsw-registry-vpc.cn-shanghai.cr.aliyuncs.com/pai/pytorch:2.6.0-gpu-py312-cu126-ubuntu22.04",
        IdleRule = new IdleRule(20, 10, 60),
    };

    [Fact]
    public async Task A_notebook_goes_from_created_to_running_to_stopped_and_costs_only_what_it_ran()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var commands = engine.Get<NotebookCommands>();
        var queries = engine.Get<NotebookQueries>();

        var created = await commands.CreateAsync(EngineUnderTest.Operator, _spec, null, CancellationToken.None);
        Assert.Equal(Refusal.None, created.Refusal);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Notebook);
        var row = Assert.Single((await queries.ListAsync(new ListRequest(), CancellationToken.None)).Items);
        Assert.Equal(Phase.InTransition, row.Phase);
        Assert.Equal(OperationStatus.Confirmed, (await engine.Get<OperationQueries>().GetAsync(created.Operation!.Id, CancellationToken.None))!.Status);

        engine.Emulator.World.Clock.Advance(TimeSpan.FromMinutes(3));
        await engine.LookAsync(ResourceKind.Notebook);
        row = (await queries.RowAsync(row.Id, CancellationToken.None))!;
        Assert.Equal("Running", row.StatusWord);
        Assert.Equal(Money.Cny(9.5326m), row.Cost.PerHour);
        Assert.Equal(60, row.IdleRuleMinutes);

        var stop = await commands.StopAsync(EngineUnderTest.Operator, row.Id, null, CancellationToken.None);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Notebook);
        Assert.Equal(OperationStatus.Sent, (await engine.Get<OperationQueries>().GetAsync(stop.Operation!.Id, CancellationToken.None))!.Status);

        engine.Emulator.World.Clock.Advance(TimeSpan.FromMinutes(2));
        await engine.LookAsync(ResourceKind.Notebook);
        var detail = (await queries.GetAsync(row.Id, CancellationToken.None))!;
        Assert.Equal("Stopped", detail.Row.StatusWord);
        Assert.Equal(OperationStatus.Confirmed, detail.Operations[0].Status);
        Assert.Null(detail.Row.Cost.RunningSince);
        Assert.True(detail.Row.Cost.Settled.Nanos > 0);
        Assert.Equal(
            detail.Row.Cost.Settled.Nanos,
            detail.Timeline.Where(span => span.IsBilled).Sum(span => span.PerHour!.Value.ForDuration(span.To!.Value - span.From).Nanos));
    }
}
