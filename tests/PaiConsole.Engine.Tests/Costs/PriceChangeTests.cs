using PaiConsole.Domain;
using PaiConsole.Domain.Costs;
using PaiConsole.Engine.Costs;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Costs;

public sealed class PriceChangeTests
{
    private static readonly Money _dear = Money.Cny(100);

    [Fact]
    public async Task Another_price_counts_from_then_on_and_what_was_paid_stays_what_it_was()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var id = await RunAnHourAsync(engine, null);
        var paid = (await RowAsync(engine, id)).Cost;
        Assert.InRange(paid.Settled.Amount, 9m, 11m);

        Quote(engine, _dear);
        await engine.LookAsync(ResourceKind.Notebook);
        Assert.Equal(paid.Settled, (await RowAsync(engine, id)).Cost.Settled);

        await RunAnHourAsync(engine, id);
        Assert.InRange(((await RowAsync(engine, id)).Cost.Settled - paid.Settled).Amount, 95m, 115m);
    }

    [Fact]
    public async Task A_type_without_a_price_costs_an_unknown_amount_and_never_nothing()
    {
        await using var engine = await EngineUnderTest.StartAsync(settings: values => values["Pai:Region"] = "cn-nowhere");
        var id = await RunAnHourAsync(engine, null, stop: false);
        var running = (await RowAsync(engine, id)).Cost;
        Assert.Null(running.PerHour);
        Assert.Null(running.PerHourNow);
        await engine.Get<NotebookCommands>().StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        await engine.WorkAsync();
        engine.Advance(200);
        await engine.LookAsync(ResourceKind.Notebook);
        var row = await RowAsync(engine, id);
        Assert.True(row.Cost.IsLowerBound);
        Assert.Null(row.Cost.ToDate(engine.Emulator.World.Clock.Now));
    }

    private static async Task<string> RunAnHourAsync(EngineUnderTest engine, string? id, bool stop = true)
    {
        var commands = engine.Get<NotebookCommands>();
        var asked = id is null
            ? await commands.CreateAsync(EngineUnderTest.Operator, Sample.Notebook(), null, CancellationToken.None)
            : await commands.StartAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Notebook);
        engine.Advance(200);
        await engine.LookAsync(ResourceKind.Notebook);
        engine.Advance(3_600);
        await engine.LookAsync(ResourceKind.Notebook);
        id ??= (await engine.OperationAsync(asked))!.TargetId!;
        if (!stop)
            return id;
        await commands.StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None);
        await engine.WorkAsync();
        engine.Advance(200);
        await engine.LookAsync(ResourceKind.Notebook);
        return id;
    }

    private static async Task<NotebookRow> RowAsync(EngineUnderTest engine, string id) =>
        (await engine.Get<NotebookQueries>().RowAsync(id, CancellationToken.None))!;

    private static void Quote(EngineUnderTest engine, Money perHour)
    {
        var desk = engine.Get<PriceDesk>();
        desk.Quote([new Price(Sample.Sku, desk.Region, perHour, "quote", null, "high")], [], new Dictionary<string, bool>(StringComparer.Ordinal));
    }
}
