using System.Net.Http.Json;
using PaiConsole.Domain.Logs;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Logs;
using PaiConsole.Engine.Tests.Hosting;

namespace PaiConsole.Engine.Tests.Logs;

public sealed class PodLogsTests
{
    private const int Lines = 30_000;

    [Fact]
    public async Task A_long_log_is_read_from_its_end_then_whole_and_followed_with_every_line_once()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var name = await WritingAsync(engine, overSeconds: 300);
        engine.Advance(200);
        var logs = engine.Get<PodLogs>();
        using var first = logs.Look(name);
        var begun = await ReachAsync(first.Log, state => state is { HasBegun: true, End: > 0 } && state.End - state.First >= 10_000);
        Assert.True(begun.HasEarlier);
        Assert.InRange(begun.End - begun.First, 10_000, 12_500);

        // Who comes second reads along: nothing is asked twice for them.
        using var second = logs.Look(name);
        Assert.Same(first.Log, second.Log);
        second.Log.ReadAll();
        await ReachAsync(first.Log, state => !state.HasEarlier);
        engine.Advance(200);
        var file = new List<string>();
        await foreach (var portion in logs.WholeAsync(name, CancellationToken.None))
            file.AddRange(portion);
        Assert.Equal(Lines, file.Count(IsExtra));
        Assert.Equal(Lines, file.Where(IsExtra).Distinct(StringComparer.Ordinal).Count());
        var whole = await ReachAsync(first.Log, state => state.End - state.First >= file.Count);
        Assert.Equal(file, first.Log.Read(whole.First, int.MaxValue / 2).Select(line => line.Text));
        var text = file.Sum(line => (long)System.Text.Encoding.UTF8.GetByteCount(line));
        TestContext.Current.TestOutputHelper!.WriteLine($"{file.Count} lines, {text} bytes of text, kept in {first.Log.Bytes} bytes");
        Assert.InRange(first.Log.Bytes, text, 2 * text);
        Assert.Equal(file[^300..], await logs.NewestAsync(name, 300, CancellationToken.None));

        first.Dispose();
        Assert.Equal(1, logs.Count);
        second.Dispose();
        Assert.Equal(0, logs.Count);
    }

    [Fact]
    public async Task A_search_finds_what_is_shown_and_keeps_up_with_what_comes()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var name = await WritingAsync(engine, overSeconds: 300);
        engine.Advance(150);
        using var lease = engine.Get<PodLogs>().Look(name);
        await ReachAsync(lease.Log, state => state.End - state.First >= 10_000);
        // Broken up by colours in the raw line.
        var search = new LogSearch(lease.Log, new LogQuery("error LINE \\d*11:", IsPattern: true, MatchCase: false));
        search.Advance(TimeSpan.FromMinutes(1), CancellationToken.None);
        var before = search.Range();
        Assert.True(before.End > 0);
        lease.Log.ReadAll();
        engine.Advance(250);
        await ReachAsync(lease.Log, state => !state.HasEarlier && state.End - state.First >= Lines);
        search.Advance(TimeSpan.FromMinutes(1), CancellationToken.None);
        var (first, end) = search.Range();
        var found = search.Lines(first, Lines);
        Assert.Equal(found.Order(), found);
        var expected = lease.Log.Read(lease.Log.State.First, int.MaxValue / 2)
            .Where(line => LogText.Read(line.Text).Text is var text && text.Contains("ERROR line ", StringComparison.Ordinal) && text.Contains("11: retrying", StringComparison.Ordinal))
            .Select(line => line.Number);
        Assert.Equal(expected, found);
        Assert.True(first < 0 && end > before.End, "Matches were found further back and further on.");
        Assert.Equal(first, search.MatchAtOrAfter(lease.Log.State.First));
    }

    [Fact]
    public async Task An_expression_without_end_stops_and_a_wrong_one_says_why()
    {
        await using var engine = await EngineUnderTest.StartAsync();
        var name = await WritingAsync(engine, overSeconds: 30);
        engine.Advance(200);
        using var lease = engine.Get<PodLogs>().Look(name);
        await ReachAsync(lease.Log, state => state.End - state.First >= 10_000);
        var search = new LogSearch(lease.Log, new LogQuery("(x+x+)+y", IsPattern: true, MatchCase: true));
        search.Advance(TimeSpan.FromMinutes(1), CancellationToken.None);
        Assert.NotNull(search.StuckAt);
        Assert.Contains("Not enough )", new LogQuery("(x", IsPattern: true, MatchCase: true).Fault(), StringComparison.OrdinalIgnoreCase);
        Assert.Null(new LogQuery("(x", IsPattern: false, MatchCase: true).Fault());
    }

    private static bool IsExtra(string line) =>
        System.Text.RegularExpressions.Regex.IsMatch(line, @"line '?\d{6}|行 \d{6}");

    private static async Task<PodLogName> WritingAsync(EngineUnderTest engine, int overSeconds)
    {
        var outcome = await engine.Get<JobCommands>().SubmitAsync(EngineUnderTest.Operator, Sample.Job(seconds: 5_000), null, null, CancellationToken.None);
        await engine.WorkAsync();
        engine.Advance(120);
        await engine.LookAsync(ResourceKind.Job);
        var id = (await engine.OperationAsync(outcome))!.TargetId!;
        using var client = new HttpClientHandler();
        using var invoker = new HttpMessageInvoker(client);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{engine.Emulator.Url}/_emulator/jobs/{id}/log") { Content = JsonContent.Create(new { lines = Lines, overSeconds }) };
        using var answer = await invoker.SendAsync(request, CancellationToken.None);
        answer.EnsureSuccessStatusCode();
        return new PodLogName(id, (await engine.Get<JobQueries>().PodsAsync(id, CancellationToken.None))[0].Id, null);
    }

    private static async Task<LogState> ReachAsync(LiveLog log, Func<LogState, bool> isThere)
    {
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (isThere(log.State))
                there.TrySetResult();
        }
        using var watch = log.Watch(Look);
        Look();
        await there.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        return log.State;
    }
}
