namespace PaiConsole.Cloud.Tests;

/// <summary>A list is complete only when the cloud delivered all it counts.</summary>
public sealed class PagingTests
{
    [Fact]
    public async Task Reads_every_page_once()
    {
        var asked = new List<int>();
        var list = await Read(asked, new(["a", "b"], 5), new(["c", "d"], 5), new(["e"], 5));
        Assert.Equal(["a", "b", "c", "d", "e"], list.Items);
        Assert.True(list.Complete);
        Assert.Equal([1, 2, 3], asked);
    }

    [Fact]
    public async Task An_empty_list_is_complete() => Assert.True((await Read([], new Page<string>([], 0))).Complete);

    [Fact]
    public async Task A_page_with_items_missing_makes_it_incomplete_and_the_next_pages_are_still_read()
    {
        var list = await Read([], new(["a", "b"], 6), new(["c"], 6), new(["e", "f"], 6), new([], 6));
        Assert.Equal(["a", "b", "c", "e", "f"], list.Items);
        Assert.False(list.Complete);
    }

    [Fact]
    public async Task A_failing_page_keeps_what_was_read()
    {
        var fault = new PaiApiException("dlc", "ListJobs", PaiErrorCodes.Timeout, "No answer in time.");
        var list = await Paging.ReadAllAsync<string>(
            (number, _) => number == 1 ? Task.FromResult(new Page<string>(["a"], 2)) : throw fault, item => item, CancellationToken.None);
        Assert.Equal(["a"], list.Items);
        Assert.False(list.Complete);
        Assert.Same(fault, list.Failure);
    }

    [Fact]
    public async Task An_item_pushed_onto_the_next_page_is_kept_once_and_the_list_is_not_trusted()
    {
        var list = await Read([], new(["a", "b"], 4), new(["b", "c"], 5));
        Assert.Equal(["a", "b", "c"], list.Items);
        Assert.False(list.Complete);
    }

    [Fact]
    public async Task An_item_lost_to_a_deletion_between_pages_is_noticed() => Assert.False((await Read([], new(["a", "b"], 4), new(["d"], 3))).Complete);

    [Fact]
    public async Task Without_a_count_nothing_is_complete() => Assert.False((await Read([], new(["a"], null), new([], null))).Complete);

    private static Task<PagedList<string>> Read(List<int> asked, params Page<string>[] pages) => Paging.ReadAllAsync(
        (number, _) =>
        {
            asked.Add(number);
            return Task.FromResult(number <= pages.Length ? pages[number - 1] : new Page<string>([], pages[^1].TotalCount));
        },
        item => item,
        CancellationToken.None);
}
