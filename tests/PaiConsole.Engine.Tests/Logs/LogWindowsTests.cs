using PaiConsole.Engine.Logs;

namespace PaiConsole.Engine.Tests.Logs;

public sealed class LogWindowsTests
{
    private static DateTimeOffset At(double second) => WrittenLog.Start.AddSeconds(second);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Lines_of_one_second_are_neither_lost_nor_doubled_however_often_it_is_looked_at(bool halfOpen)
    {
        var log = new WrittenLog { IsHalfOpen = halfOpen };
        var tail = new LogTail(log.Windows(), At(0), []);
        var seen = new List<string>();
        for (var second = 0; second < 300; second++)
        {
            // Equal lines within a second and across seconds: only counting can tell them apart.
            log.Write(second, "same", "same", $"line {second % 7}");
            seen.AddRange((await tail.NextAsync(At(second + 0.2), CancellationToken.None)).Lines);
            log.Write(second, "same", "late in the second");
            seen.AddRange((await tail.NextAsync(At(second + 0.9), CancellationToken.None)).Lines);
        }
        log.Write(301, "last");
        seen.AddRange((await tail.NextAsync(At(310), CancellationToken.None)).Lines);
        Assert.Equal(log.All, seen);
    }

    [Fact]
    public async Task A_line_that_comes_in_late_between_others_is_shown_once()
    {
        var log = new WrittenLog();
        log.Write(1, "a");
        log.Write(3, "c");
        var tail = new LogTail(log.Windows(), At(0), []);
        Assert.Equal(["a", "c"], (await tail.NextAsync(At(4), CancellationToken.None)).Lines);
        log.Write(2, "b");
        log.Write(5, "d");
        Assert.Equal(["b", "d"], (await tail.NextAsync(At(6), CancellationToken.None)).Lines);
        Assert.Empty((await tail.NextAsync(At(7), CancellationToken.None)).Lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_log_longer_than_a_call_gives_is_read_whole_in_both_directions(bool halfOpen)
    {
        var log = new WrittenLog { IsHalfOpen = halfOpen };
        for (var second = 0; second < 120; second++)
            log.Write(second, Enumerable.Range(0, second == 60 ? 1_990 : 100 + second).Select(i => i % 3 == 0 ? "same" : $"{second}/{i}"));
        log.Write(90_000, "a day later");

        var tail = new LogTail(log.Windows(), At(0), []);
        var (onwards, hasMore) = (new List<string>(), true);
        while (hasMore)
        {
            (var lines, hasMore) = await tail.NextAsync(At(90_001), CancellationToken.None);
            onwards.AddRange(lines);
        }
        Assert.Equal(log.All, onwards);

        var backlog = new LogBacklog(log.Windows(), At(0), At(90_001));
        var backwards = new List<string>();
        while (backlog.HasMore)
            backwards.InsertRange(0, await backlog.EarlierAsync(CancellationToken.None));
        Assert.Equal(log.All, backwards);
        Assert.InRange(log.Calls, 1, 200);
    }

    [Fact]
    public async Task A_second_with_more_lines_than_a_call_usually_gives_is_asked_for_more()
    {
        var log = new WrittenLog();
        log.Write(5, Enumerable.Range(0, 9_000).Select(i => $"{i}"));
        Assert.Equal(9_000, (await log.Windows().SecondAsync(At(5), CancellationToken.None)).Count);
        var (lines, hasMore) = (0, true);
        var tail = new LogTail(log.Windows(), At(0), []);
        while (hasMore)
        {
            (var some, hasMore) = await tail.NextAsync(At(20), CancellationToken.None);
            lines += some.Count;
        }
        Assert.Equal(9_000, lines);
    }
}
