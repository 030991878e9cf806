using PaiConsole.Engine.Logs;

namespace PaiConsole.Engine.Tests.Logs;

public sealed class LogStoreTests
{
    [Fact]
    public void Lines_keep_their_numbers_when_others_are_added_at_either_end()
    {
        var store = new LogStore(1 << 20, 100_000);
        store.Append(["a", "", "行 🚀"]);
        Assert.True(store.Prepend([.. Enumerable.Range(0, 2_500).Select(i => $"before {i}")]));
        store.Append(["z"]);
        Assert.Equal((-2_500, 4), (store.First, store.End));
        Assert.Equal([(-1, "before 2499"), (0, "a"), (1, ""), (2, "行 🚀"), (3, "z")], store.Read(-1, 100));
        Assert.Equal([(-2_500, "before 0")], store.Read(-9_999, 1));
        Assert.Equal((-1_000, "before 1500"), store.Read(-1_000, 1)[0]);
        Assert.Empty(store.Read(4, 10));
    }

    [Fact]
    public void Memory_stays_within_its_bound_and_the_oldest_lines_go()
    {
        const long bound = 4 << 20;
        var store = new LogStore(bound, 1_000_000);
        for (var i = 0; i < 200_000; i++)
            store.Append([$"line {i} {new string('x', 100)}"]);
        Assert.True(store.HasLetGo);
        Assert.InRange(store.Bytes, bound / 2, bound + (600 << 10));
        Assert.Equal(200_000, store.End);
        Assert.StartsWith($"line {store.First} ", store.Read(store.First, 1)[0].Line, StringComparison.Ordinal);
        Assert.False(store.Prepend(["earlier"]));
    }

    [Fact]
    public void A_line_without_end_is_cut_and_says_by_how_much()
    {
        var store = new LogStore(1 << 20, 10);
        store.Append([new string('x', LogStore.LongestLine + 7)]);
        Assert.EndsWith("x … (+7)", store.Read(0, 1)[0].Line, StringComparison.Ordinal);
    }
}
