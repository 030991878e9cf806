using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Services;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Services;

public sealed class ServiceSliceTests
{
    [Fact]
    public async Task Scaling_is_another_rate_and_so_another_interval()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var commands = engine.Get<ServiceCommands>();
        await CreateAsync(engine, replicas: 1);
        var one = await RowAsync(engine);
        Assert.Equal(("Running", 1), (one.StatusWord, one.RunningReplicas));

        engine.Advance(600);
        var scale = await commands.ScaleAsync(EngineUnderTest.Operator, "chat", 3, null, CancellationToken.None);
        await engine.WorkAsync();
        for (var i = 0; i < 40; i++)
        {
            engine.Advance(10);
            await engine.LookAsync(ResourceKind.Service);
        }
        var three = await RowAsync(engine);
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(scale))!.Status);
        Assert.Equal(3, three.RunningReplicas);
        Assert.Equal(one.Cost.PerHour!.Value * 3, three.Cost.PerHour);
        var timeline = (await engine.Get<ServiceQueries>().GetAsync("chat", CancellationToken.None))!.Timeline;
        Assert.Contains(timeline, span => span.IsBilled && span.PerHour == one.Cost.PerHour);
        Assert.Equal(one.Cost.PerHour.Value * 3, timeline[^1].PerHour);
        for (var i = 1; i < timeline.Count; i++)
            Assert.Equal(timeline[i - 1].To, timeline[i].From);
    }

    [Fact]
    public async Task A_name_that_was_deleted_and_taken_again_is_another_service()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var commands = engine.Get<ServiceCommands>();
        await CreateAsync(engine);
        var first = (await engine.Get<ServiceQueries>().GetAsync("chat", CancellationToken.None))!;
        engine.Advance(3_600);
        await DeleteAsync(engine, commands);
        Assert.True((await RowAsync(engine)).IsDeleted);
        Assert.Null((await RowAsync(engine)).Cost.RunningSince);

        await CreateAsync(engine);
        var second = (await engine.Get<ServiceQueries>().GetAsync("chat", CancellationToken.None))!;
        Assert.NotEqual(first.Service.Id, second.Service.Id);
        Assert.True(second.Timeline[0].From > first.Timeline[^1].From);
        Assert.Equal(0, second.Timeline.Count(span => span.From < second.Service.CreatedAt));
        Assert.False(second.Row.IsDeleted);
        await using var db = engine.OpenDatabase();
        Assert.DoesNotContain(db.Intervals.Where(interval => interval.ResourceId == first.Service.Id).ToList(), interval => interval.To is null);
    }

    [Fact]
    public async Task A_name_taken_again_between_two_looks_is_another_service()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        await CreateAsync(engine);
        var first = (await engine.Get<ServiceQueries>().GetAsync("chat", CancellationToken.None))!;
        engine.Advance(3_600);
        var eas = engine.Get<Cloud.Eas.IEasApi>();
        await eas.DeleteServiceAsync("cn-shanghai", "chat", CancellationToken.None);
        engine.Advance(60);
        await eas.CreateServiceAsync(ServiceTranslator.ToWire(Sample.Service(), null, "somebody-else"), null, null, CancellationToken.None);
        engine.Advance(600);
        await engine.LookAsync(ResourceKind.Service);
        var second = (await engine.Get<ServiceQueries>().GetAsync("chat", CancellationToken.None))!;
        Assert.NotEqual(first.Service.Id, second.Service.Id);
        Assert.Equal(0, second.Row.Cost.Settled.Nanos);
        Assert.True(second.Row.Revision > first.Row.Revision);
        Assert.DoesNotContain(second.Timeline, span => span.From < second.Service.CreatedAt);
        await using var db = engine.OpenDatabase();
        Assert.DoesNotContain(db.Intervals.Where(interval => interval.ResourceId == first.Service.Id).ToList(), interval => interval.To is null);
    }

    private static async Task CreateAsync(EngineUnderTest engine, int replicas = 2)
    {
        var outcome = await engine.Get<ServiceCommands>().CreateAsync(EngineUnderTest.Operator, Sample.Service(replicas: replicas), null, CancellationToken.None);
        Assert.True(outcome.Refusal == Refusal.None, string.Join("; ", outcome.Findings.Select(finding => finding.Message)));
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Service);
        engine.Advance(600);
        await engine.LookAsync(ResourceKind.Service);
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(outcome))!.Status);
    }

    private static async Task DeleteAsync(EngineUnderTest engine, ServiceCommands commands)
    {
        var delete = await commands.DeleteAsync(EngineUnderTest.Operator, "chat", null, CancellationToken.None);
        await engine.WorkAsync();
        engine.Advance(60);
        await engine.LookAsync(ResourceKind.Service);
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(delete))!.Status);
    }

    private static async Task<ServiceRow> RowAsync(EngineUnderTest engine) =>
        (await engine.Get<ServiceQueries>().RowAsync("chat", CancellationToken.None))!;
}
