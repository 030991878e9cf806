using Bunit;
using PaiConsole.Domain.Storage;
using PaiConsole.Engine.Storage;
using PaiConsole.Web.Jobs;

namespace PaiConsole.Web.Tests.Shared;

public class CheckpointsCardTests : PageTest
{
    [Fact]
    public void The_newest_complete_one_is_marked_and_the_steps_that_are_lost_are_said()
    {
        var card = Show(1234, "step-500/model.safetensors", "step-500/optimizer.pt", "step-500/scheduler.pt", "step-1000/model.safetensors");

        Assert.Equal(["step-1000", "step-500"], card.FindAll("[data-testid=checkpoint]").Select(row => row.GetAttribute("data-id")));
        Assert.Equal("step-500", card.Find("[data-testid=restart-from]").TextContent);
        Assert.Equal("734 steps would be done again: the log is at step 1,234", card.Find("[data-testid=lost]").TextContent);
        Assert.Equal("step-500", card.Find("[data-testid=used]").Closest("tr")!.GetAttribute("data-id"));
        Assert.Contains("No optimizer state", card.Find("[data-id=step-1000]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_from_the_cloud_are_text() =>
        Assert.Empty(Show(null, "<img src=x>-step-5/model.safetensors").FindAll("img"));

    [Fact]
    public void Without_a_complete_one_it_says_that_a_restart_begins_at_zero() =>
        Assert.Contains("begin at step 0", Show(40, "step-500/optimizer.pt").Find("[data-testid=restart]").TextContent, StringComparison.Ordinal);

    [Fact]
    public void Nothing_there_says_where_it_looked() => Assert.Contains("oss://team/out/", Show(null).Find(".empty").TextContent, StringComparison.Ordinal);

    [Theory]
    [InlineData(PlaceState.Denied, "may not read")]
    [InlineData(PlaceState.NoBucket, "no such bucket")]
    [InlineData(PlaceState.Unreachable, "did not answer")]
    public void A_place_that_cannot_be_read_is_not_called_empty(PlaceState state, string said)
    {
        var card = Render<CheckpointsCard>(p => p.Add(c => c.Found, new JobCheckpoints(
            [new("/mnt/out", "oss://team/out/", state, [], false, "AccessDenied", "no", "R1")], new(null, [], null), Noon)));
        var notice = card.Find($"[data-state={state}]").TextContent;
        Assert.Contains(said, notice, StringComparison.Ordinal);
        Assert.Contains("R1", notice, StringComparison.Ordinal);
        Assert.Empty(card.FindAll(".empty"));
    }

    private IRenderedComponent<CheckpointsCard> Show(long? logged, params string[] files)
    {
        var found = CheckpointFinder.Find([.. files.Select(file => new StoredFile(file, 1000, Noon))], allListed: true);
        return Render<CheckpointsCard>(p => p.Add(c => c.Found, new JobCheckpoints(
            [new("/mnt/out", "oss://team/out/", PlaceState.Seen, found, true, null, null, null)], ResumePlan.Of(found, logged), Noon)));
    }
}
