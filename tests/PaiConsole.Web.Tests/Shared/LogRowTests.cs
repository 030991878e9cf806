using System.Text.Json;
using PaiConsole.Web.Shared.Instruments;

namespace PaiConsole.Web.Tests.Shared;

public sealed class LogRowTests
{
    [Fact]
    public void A_line_goes_to_the_browser_as_texts_with_classes_and_never_as_markup()
    {
        var row = LogRow.Of(7, 7, "2026-11-24T18:31:00Z \u001b[1;31mValueError\u001b[0m <b onclick=x>\0", search: null);
        Assert.Equal(21, row.Stamp);
        Assert.True(row.Trouble);
        Assert.Equal(
            """[["2026-11-24T18:31:00Z ","",-1,-1],["ValueError","bold",1,-1],[" <b onclick=x>","",-1,-1],["^@","mark",-1,-1]]""",
            JsonSerializer.Serialize(row.Runs, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public void A_line_that_no_screen_shows_is_cut_and_says_by_how_much()
    {
        var row = LogRow.Of(0, 0, new string('x', 10_000), search: null);
        Assert.Equal(6_000, row.Cut);
        Assert.Equal(4_000, ((string)Assert.Single(row.Runs)[0]).Length);
    }
}
