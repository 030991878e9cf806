using System.Text.Json.Nodes;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Domain.Operations;
using PaiConsole.Emulator.World;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Operations;
using PaiConsole.Engine.Services;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Faults;

/// <summary>The cloud did what it was asked, and the answer never came.</summary>
public sealed class LostAnswerTests
{
    [Theory]
    [InlineData(ResourceKind.Job, "CreateJob", 200)]
    [InlineData(ResourceKind.Notebook, "CreateInstance", 60)]
    [InlineData(ResourceKind.Service, "CreateService", 60)]
    public async Task Of_many_creates_with_lost_answers_each_makes_one_object(ResourceKind kind, string action, int count)
    {
        await using var engine = await EngineUnderTest.StartAsync();
        engine.Emulator.World.Faults.Add(new Fault { Action = action, Kind = "dropAfter", Probability = 0.3, Seed = 11 });
        var asked = new List<CommandOutcome>();
        for (var i = 0; i < count; i++)
            asked.Add(await CreateAsync(engine, kind, i));
        await engine.WorkAsync();
        await engine.LookAtAllAsync();

        Assert.All(asked, outcome => Assert.Equal(Refusal.None, outcome.Refusal));
        var targets = new HashSet<string>(StringComparer.Ordinal);
        foreach (var outcome in asked)
        {
            var operation = (await engine.OperationAsync(outcome))!;
            Assert.Equal((OperationStatus.Confirmed, 1), (operation.Status, operation.Attempts));
            Assert.True(targets.Add(operation.TargetId!), "Two operations took one object.");
        }
        Assert.Equal(count, engine.Calls(action));
        Assert.Equal(count, engine.Emulator.World.Counts()[kind.ToString().ToLowerInvariant() + "s"]);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{count} creates, {engine.Emulator.World.Requests.List(action).Count(request => request.Fault == "dropAfter")} answers lost, 0 duplicates");
        Assert.InRange(engine.Emulator.World.Requests.List(action).Count(request => request.Fault == "dropAfter"), count / 5, count / 2);
    }

    [Fact]
    public async Task While_lists_lag_a_create_is_not_sent_again()
    {
        await using var engine = await EngineUnderTest.StartAsync(settings: values => values["Sync:CreateSettleSeconds"] = "60");
        engine.Emulator.World.Faults.Add(new Fault { Action = "CreateJob", Kind = "dropAfter" });
        engine.Wire.Change = (uri, body) => uri.AbsolutePath == "/api/v1/jobs" ? WithoutNewest(body, engine.Emulator.World.Clock.Now.AddSeconds(-30)) : body;
        var asked = new List<CommandOutcome>();
        for (var i = 0; i < 20; i++)
            asked.Add(await CreateAsync(engine, ResourceKind.Job, i));

        for (var second = 0; second < 40; second += 2)
        {
            await engine.WorkAsync(rounds: 1);
            await engine.LookAsync(ResourceKind.Job);
            engine.Advance(2);
        }
        Assert.Equal(asked.Count, engine.Calls("CreateJob"));
        foreach (var outcome in asked)
            Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(outcome))!.Status);
        Assert.Equal(asked.Count, (await engine.Get<JobQueries>().ListAsync(new ListRequest { Limit = 200 }, CancellationToken.None)).Total);
    }

    [Fact]
    public async Task A_create_that_never_arrived_is_sent_again_after_the_settle_time()
    {
        await using var engine = await EngineUnderTest.StartAsync(settings: values => values["Sync:CreateSettleSeconds"] = "10");
        engine.Emulator.World.Faults.Add(new Fault { Action = "CreateJob", Kind = "error500", Times = 1 });
        var asked = await CreateAsync(engine, ResourceKind.Job, 0);
        await engine.WorkAsync(rounds: 3);
        Assert.Equal(1, engine.Calls("CreateJob"));
        engine.Advance(12);
        await engine.WorkAsync();
        await engine.LookAsync(ResourceKind.Job);
        var operation = (await engine.OperationAsync(asked))!;
        Assert.Equal((OperationStatus.Confirmed, 2), (operation.Status, operation.Attempts));
        Assert.Equal(1, engine.Emulator.World.Counts()["jobs"]);
    }

    [Theory]
    [InlineData("StopJob")]
    [InlineData("DeleteJob")]
    [InlineData("UpdateJob")]
    public async Task A_verb_whose_answer_was_lost_is_confirmed_and_not_sent_again(string action)
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var commands = engine.Get<JobCommands>();
        var created = await CreateAsync(engine, ResourceKind.Job, 0);
        await engine.WorkAsync();
        engine.Advance(action == "DeleteJob" ? 4_000 : 1);
        await engine.LookAsync(ResourceKind.Job);
        var id = (await engine.OperationAsync(created))!.TargetId!;

        engine.Emulator.World.Faults.Add(new Fault { Action = action, Kind = "dropAfter" });
        var asked = action switch
        {
            "StopJob" => await commands.StopAsync(EngineUnderTest.Operator, id, null, CancellationToken.None),
            "DeleteJob" => await commands.DeleteAsync(EngineUnderTest.Operator, id, null, CancellationToken.None),
            _ => await commands.SetPriorityAsync(EngineUnderTest.Operator, id, 5, null, CancellationToken.None),
        };
        // A look comes first: what the operation waits for may have been seen before anybody knows the answer.
        await engine.WorkAsync(rounds: 1);
        await engine.LookAsync(ResourceKind.Job);
        await engine.WorkAsync();
        engine.Advance(30);
        await engine.LookAsync(ResourceKind.Job);
        Assert.Equal(OperationStatus.Confirmed, (await engine.OperationAsync(asked))!.Status);
        if (action != "UpdateJob")
            Assert.Equal(1, engine.Calls(action));
    }

    [Fact]
    public async Task Throttling_is_no_attempt_and_never_uses_up_an_operation()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        engine.Emulator.World.Faults.Add(new Fault { Action = "CreateJob", Kind = "throttle", Times = 12, DelayMs = 500 });
        var asked = await CreateAsync(engine, ResourceKind.Job, 0);
        await engine.WorkAsync(rounds: 30);
        await engine.LookAsync(ResourceKind.Job);
        var operation = (await engine.OperationAsync(asked))!;
        Assert.Equal((OperationStatus.Confirmed, 1), (operation.Status, operation.Attempts));
    }

    private static string WithoutNewest(string body, DateTimeOffset visible)
    {
        var answer = JsonNode.Parse(body)!;
        var jobs = answer["Jobs"]!.AsArray();
        var hidden = jobs.RemoveAll(job => DateTimeOffset.Parse(job!["GmtCreateTime"]!.GetValue<string>(), null) > visible);
        answer["TotalCount"] = answer["TotalCount"]!.GetValue<int>() - hidden;
        return answer.ToJsonString();
    }

    internal static Task<CommandOutcome> CreateAsync(EngineUnderTest engine, ResourceKind kind, int number) => kind switch
    {
        ResourceKind.Job => engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Operator, Sample.Job($"job-{number}", 600), null, null, CancellationToken.None),
        ResourceKind.Notebook => engine.Get<NotebookCommands>().CreateAsync(EngineUnderTest.Operator, Sample.Notebook($"note_{number}"), null, CancellationToken.None),
        _ => engine.Get<ServiceCommands>().CreateAsync(EngineUnderTest.Operator, Sample.Service($"service_{number}"), null, CancellationToken.None),
    };
}
