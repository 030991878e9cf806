using Bunit;
using Microsoft.AspNetCore.Components;
using PaiConsole.Engine.Listing;
using PaiConsole.Web.Shared.Tables;

namespace PaiConsole.Web.Tests.Shared;

public class DataTableTests : PageTest
{
    private sealed record Item(string Id, string Text, long Revision = 1);

    private List<Item> _items = [.. Enumerable.Range(0, 1_000).Select(i => new Item($"i{i}", $"Item {i}"))];
    private string? _sorted;
    private TableRange<Item>? _asked;

    [Fact]
    public void Only_the_rows_in_sight_exist_and_the_rest_keeps_its_space()
    {
        var table = Table();

        Assert.Equal(50, table.FindAll("[data-testid=row]").Count);
        Assert.Equal("1000", table.Find("table").GetAttribute("aria-rowcount"));
        Assert.Contains($"height:{950 * 36}px", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scrolling_shows_other_rows_between_two_spaces()
    {
        var table = Table();

        await table.InvokeAsync(() => table.Instance.ShowRangeAsync(500, 40));

        Assert.Equal("i500", table.FindAll("[data-testid=row]")[0].GetAttribute("data-id"));
        Assert.Contains($"height:{500 * 36}px", table.Markup, StringComparison.Ordinal);
        Assert.Contains($"height:{460 * 36}px", table.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_row_is_replaced_in_place_and_pulses()
    {
        var table = Table();

        var strangers = await table.InvokeAsync(() => table.Instance.Replace([new Item("i3", "Changed", 2)]));

        Assert.False(strangers);
        var row = table.Find("[data-id=i3]");
        Assert.Contains("Changed", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("pulse", row.ClassName, StringComparison.Ordinal);
        Assert.DoesNotContain("pulse", table.Find("[data-id=i4]").ClassName ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_row_never_overwrites_a_newer_one()
    {
        var table = Table();
        await table.InvokeAsync(() => table.Instance.Replace([new Item("i3", "Newer", 5)]));

        await table.InvokeAsync(() => table.Instance.Replace([new Item("i3", "Older", 4)]));
        await table.InvokeAsync(() => table.Instance.ReloadAsync());

        Assert.Contains("Newer", table.Find("[data-id=i3]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_out_of_sight_is_reported_so_that_the_order_is_read_again()
    {
        var table = Table();

        Assert.True(await table.InvokeAsync(() => table.Instance.Replace([new Item("i900", "Far away", 2)])));
    }

    [Fact]
    public async Task Nothing_new_renders_nothing()
    {
        var table = Table();
        var before = table.RenderCount;

        await table.InvokeAsync(() => table.Instance.ReloadAsync());

        Assert.Equal(before, table.RenderCount);
    }

    [Fact]
    public async Task Heads_sort_and_say_how_it_is_sorted()
    {
        var table = Table();
        Assert.Equal("descending", table.Find("th[aria-sort=descending]").GetAttribute("aria-sort"));

        await table.Find("[data-sort=name]").ClickAsync();

        Assert.Equal("name", _sorted);
    }

    [Fact]
    public async Task Picked_rows_bring_the_bulk_bar_with_what_was_picked()
    {
        var table = Table();
        Assert.Empty(table.FindAll("[data-testid=bulk]"));

        await table.Find("[data-id=i1] input").ChangeAsync(true);
        await table.Find("[data-id=i2] input").ChangeAsync(true);

        Assert.Contains("i1,i2", table.Find("[data-testid=bulk]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_table_says_why()
    {
        _items = [];

        Assert.Contains("Nothing here", Table().Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Far_down_a_place_is_told_by_a_row_in_sight_only_where_rows_keep_their_places(bool steady)
    {
        _items = [.. Enumerable.Range(0, 400).Select(i => new Item($"i{i}", $"Item {i}", 1))];
        var table = Table();
        table.Render(p => p.Add(t => t.Steady, steady));

        await table.InvokeAsync(() => table.Instance.ShowRangeAsync(100, 50));
        Assert.Equal(steady ? ("i49", 51) : (null, 0), (_asked!.From?.Id, _asked.Steps));
        // What is in sight is read again, such as after a change: with the anchor on a row that has moved it would all jump away.
        await table.InvokeAsync(() => table.Instance.ReloadAsync());
        Assert.Equal(steady ? ("i100", 0) : (null, 0), (_asked.From?.Id, _asked.Steps));
        Assert.Equal((100, 50), (_asked.First, _asked.Count));
        // Upwards everything lies before one row, and is read in one go.
        await table.InvokeAsync(() => table.Instance.ShowRangeAsync(80, 50));
        Assert.Equal(steady ? ("i130", -50) : (null, 0), (_asked.From?.Id, _asked.Steps));
    }

    private IRenderedComponent<DataTable<Item>> Table() => Render<DataTable<Item>>(p => p
        .Add(t => t.Label, "Items")
        .Add(t => t.Columns, [new TableColumn("name", "Name"), new TableColumn("created", "Created", Numeric: true)])
        .Add(t => t.Load, (range, _) => Read(range))
        .Add(t => t.Key, item => item.Id)
        .Add(t => t.Name, item => item.Text)
        .Add(t => t.Revision, item => item.Revision)
        .Add(t => t.Cells, Cells)
        .Add(t => t.Bulk, picked => builder => builder.AddContent(0, string.Join(',', picked.Select(item => item.Id))))
        .Add(t => t.Sort, "created").Add(t => t.Descending, true)
        .Add(t => t.OnSort, column => _sorted = column)
        .Add(t => t.Empty, "<p>Nothing here</p>"));

    private Task<TableWindow<Item>> Read(TableRange<Item> range)
    {
        _asked = range;
        return Task.FromResult(new TableWindow<Item>([.. _items.Skip(range.First).Take(range.Count)], range.First, _items.Count));
    }

    private static RenderFragment Cells(Item item) => builder =>
    {
        builder.OpenElement(0, "td");
        builder.AddContent(1, item.Text);
        builder.CloseElement();
    };
}
