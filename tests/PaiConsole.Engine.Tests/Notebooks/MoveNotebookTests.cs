using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Notebooks;

public sealed class MoveNotebookTests
{
    private const string A100 = "ecs.gn7-c12g1.3xlarge";

    [Fact]
    public async Task A_running_notebook_is_stopped_changed_and_started_each_once_and_only_after_what_came_before_was_seen()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await RunningAsync(engine);
        var moved = await engine.Get<NotebookCommands>().MoveAsync(EngineUnderTest.Operator, id, A100, start: true, null, CancellationToken.None);
        await engine.WorkAsync();
        await engine.LookAtAllAsync();
        await engine.WorkAsync();
        Assert.Equal((1, 0, 0), (engine.Calls("StopInstance"), engine.Calls("UpdateInstance"), engine.Calls("StartInstance")));

        await PassAsync(engine, 20);
        Assert.Equal((1, 1, 0), (engine.Calls("StopInstance"), engine.Calls("UpdateInstance"), engine.Calls("StartInstance")));
        Assert.Equal(1, (await engine.OperationAsync(moved))!.Stage);
        await PassAsync(engine, 10);
        Assert.Equal((1, 1, 1), (engine.Calls("StopInstance"), engine.Calls("UpdateInstance"), engine.Calls("StartInstance")));
        Assert.Equal(OperationStatus.Sent, (await engine.OperationAsync(moved))!.Status);

        await PassAsync(engine, 120);
        var detail = (await engine.Get<NotebookQueries>().GetAsync(id, CancellationToken.None))!;
        Assert.Equal(("Running", A100), (detail.Row.StatusWord, detail.Row.Sku));
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(moved))!.Status);
        Assert.Equal(
            detail.Row.Cost.Settled.Nanos,
            detail.Timeline.Where(span => span is { IsBilled: true, To: not null }).Sum(span => span.PerHour!.Value.ForDuration(span.To!.Value - span.From).Nanos));
        Assert.NotEqual(detail.Timeline.First(span => span.IsBilled).PerHour, detail.Timeline.Last(span => span.IsBilled).PerHour);
    }

    [Fact]
    public async Task One_that_somebody_stopped_meanwhile_is_not_stopped_again()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await RunningAsync(engine);
        var moved = await engine.Get<NotebookCommands>().MoveAsync(EngineUnderTest.Operator, id, A100, start: false, null, CancellationToken.None);
        await engine.Get<PaiConsole.Cloud.Dsw.IDswApi>().StopInstanceAsync(id, null, CancellationToken.None);
        for (var i = 0; i < 4; i++)
            await PassAsync(engine, 20);
        Assert.Equal((1, 1, 0), (engine.Calls("StopInstance"), engine.Calls("UpdateInstance"), engine.Calls("StartInstance")));
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(moved))!.Status);
    }

    [Fact]
    public async Task While_its_type_is_changed_nothing_else_is_admitted_but_the_same_wish_is_the_same_operation()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await RunningAsync(engine);
        var commands = engine.Get<NotebookCommands>();
        var first = await commands.MoveAsync(EngineUnderTest.Operator, id, A100, start: true, null, CancellationToken.None);
        var again = await commands.MoveAsync(EngineUnderTest.Operator, id, A100, start: true, null, CancellationToken.None);
        Assert.Equal(first.Operation!.Id, again.Operation!.Id);
        Assert.Equal(Refusal.Conflict, (await commands.MoveAsync(EngineUnderTest.Operator, id, "ecs.g7.xlarge", start: true, null, CancellationToken.None)).Refusal);
        Assert.Equal(Refusal.Conflict, (await commands.StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None)).Refusal);
    }

    [Fact]
    public async Task One_that_somebody_started_meanwhile_is_not_started_again()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await RunningAsync(engine);
        var moved = await engine.Get<NotebookCommands>().MoveAsync(EngineUnderTest.Operator, id, A100, start: true, null, CancellationToken.None);
        await engine.WorkAsync();
        await PassAsync(engine, 30);
        await engine.Get<PaiConsole.Cloud.Dsw.IDswApi>().GetInstanceAsync(id, CancellationToken.None);
        engine.Advance(10);
        await engine.Get<PaiConsole.Cloud.Dsw.IDswApi>().StartInstanceAsync(id, CancellationToken.None);
        for (var i = 0; i < 3; i++)
            await PassAsync(engine, 60);
        Assert.Equal(1, engine.Calls("StartInstance"));
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(moved))!.Status);
    }

    [Fact]
    public async Task A_type_that_does_not_exist_or_is_its_own_is_refused_and_nothing_is_sent()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await RunningAsync(engine);
        var commands = engine.Get<NotebookCommands>();
        Assert.Equal(Refusal.Invalid, (await commands.MoveAsync(EngineUnderTest.Operator, id, "ecs.nothing", true, null, CancellationToken.None)).Refusal);
        Assert.Equal(Refusal.Conflict, (await commands.MoveAsync(EngineUnderTest.Operator, id, "ecs.gn7i-c8g1.2xlarge", true, null, CancellationToken.None)).Refusal);
        Assert.Equal(Refusal.Forbidden, (await commands.MoveAsync(EngineUnderTest.Viewer, id, A100, true, null, CancellationToken.None)).Refusal);
        Assert.Equal(Refusal.NotFound, (await commands.MoveAsync(EngineUnderTest.Operator, "dsw-none", A100, true, null, CancellationToken.None)).Refusal);
        await engine.WorkAsync();
        Assert.Equal(0, engine.Calls("StopInstance"));
    }

    private static async Task PassAsync(EngineUnderTest engine, int seconds)
    {
        engine.Advance(seconds);
        await engine.LookAtAllAsync();
        await engine.WorkAsync();
    }

    internal static async Task<string> RunningAsync(EngineUnderTest engine)
    {
        var created = await engine.Get<NotebookCommands>().CreateAsync(EngineUnderTest.Operator, Sample.Notebook(), null, CancellationToken.None);
        await engine.WorkAsync();
        await PassAsync(engine, 300);
        return (await engine.OperationAsync(created))!.TargetId!;
    }
}
