using CsCheck;
using PaiConsole.Domain.Jobs.Resumption;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Tests.Jobs.Resumption;

public sealed class ResumeMarkTests
{
    [Fact]
    public void What_is_written_to_labels_is_read_back() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 5], Gen.Long[0, 1_000_000_000], Gen.Long[0, 4_000_000_000]).Sample((times, hops, step, second) =>
        {
            var mark = new ResumeMark { Times = times };
            for (var hop = 0; hop < hops; hop++)
                mark = mark.Next($"dlc{hop}", step + hop, DateTimeOffset.FromUnixTimeSeconds(second + hop));
            Assert.Equal(mark, ResumeMark.Of(mark.Labels().ToDictionary(StringComparer.Ordinal)));
            Assert.Equal(("dlc0", $"dlc{hops - 1}", hops + 1), (mark.RunId, mark.ResumesId, mark.Attempt));
            Assert.Equal(hops < times, mark.MayGoOn);
        });

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public void Labels_that_are_no_numbers_are_as_good_as_none(string value)
    {
        var mark = ResumeMark.Of(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["paiconsole/resume-times"] = value, ["paiconsole/attempt"] = value, ["paiconsole/resume-saved"] = value,
        });
        Assert.Equal((0, 1, null), (mark.Times, mark.Attempt, mark.SavedAt));
        Assert.Empty(mark.Labels());
    }

    [Theory]
    [InlineData("SpotReclaimed", "The spot instance was reclaimed.", true)]
    [InlineData("JobPreempted", "", true)]
    [InlineData("JobStoppedByUser", "Job is stopped by user.", false)]
    [InlineData("OOMKilled", "out of memory", false)]
    public void A_reclaim_is_told_by_the_words_of_the_reason(string code, string message, bool isReclaim) =>
        Assert.Equal(isReclaim, Reclaims.IsReclaim(new Reason(code, message)));
}
