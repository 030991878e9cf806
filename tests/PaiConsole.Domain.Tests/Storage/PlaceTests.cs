using CsCheck;
using PaiConsole.Domain.Storage;
using static PaiConsole.Domain.Tests.Storage.Runs;

namespace PaiConsole.Domain.Tests.Storage;

public sealed class PlaceTests
{
    private static readonly string[] Folders = ["a/", "b/c/", "b/", "", "d/"];

    [Theory]
    [InlineData("oss://team/out", "team", null, "out/")]
    [InlineData("oss://team", "team", null, "")]
    [InlineData("oss://team.oss-cn-hangzhou-internal.aliyuncs.com/数据/", "team", "cn-hangzhou", "数据/")]
    [InlineData(" OSS://team.oss-ap-southeast-1.aliyuncs.com/a/b ", "team", "ap-southeast-1", "a/b/")]
    public void A_place_is_read(string uri, string bucket, string? region, string prefix)
    {
        Assert.True(OssPlace.TryParse(uri, out var place));
        Assert.Equal(new OssPlace(bucket, region, prefix), place);
    }

    [Theory]
    [InlineData("nas://x/")]
    [InlineData("oss://")]
    [InlineData("oss:///a")]
    [InlineData("oss://ab/")]
    [InlineData("oss://UPPER/")]
    [InlineData("oss://team.evil.example/a")]
    [InlineData("oss://team.oss-cn-hangzhou.aliyuncs.com.evil.example/a")]
    [InlineData("oss://user@169.254.169.254/a")]
    [InlineData(null)]
    public void What_is_no_place_is_refused(string? uri) => Assert.False(OssPlace.TryParse(uri, out _));

    [Fact]
    public void Folders_are_counted_only_as_far_as_they_were_seen()
    {
        StoredFile[] everything = [File("a/1", 10), File("a/2", 20, Noon.AddHours(1)), File("b/1", 5)];
        var view = FolderView.Of(["a/", "b/", "c/"], [File("readme", 3)], moreEntries: true, everything, isCounted: false);

        Assert.Equal(
            [new("a/", 2, 30, Noon.AddHours(1)), new("b/", null, null, Noon), new("c/", null, null, null), new FolderEntry("readme", 1, 3, Noon)],
            view.Entries);
        Assert.Equal((3, 35, false, true), (view.Files, view.Size, view.IsCounted, view.MoreEntries));
    }

    [Fact]
    public void Seen_whole_the_folders_add_up_to_the_total() =>
        Gen.Select(Gen.Int[0, 4].Select(n => Folders[n]), Gen.Int[0, 500]).Array[0, 30].Sample(drawn =>
        {
            var files = drawn.Select((file, index) => File($"{file.Item1}{index:000}", file.Item2)).OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
            var folders = files.Where(f => f.Path.Contains('/')).Select(f => f.Path[..(f.Path.IndexOf('/') + 1)]).Distinct().ToList();
            var view = FolderView.Of(folders, [.. files.Where(f => !f.Path.Contains('/'))], false, files, true);
            Assert.Equal((view.Files, view.Size), (view.Entries.Sum(e => e.Files ?? -1), view.Entries.Sum(e => e.Size ?? -1)));
        });

    [Fact]
    public void The_mark_of_a_folder_is_no_file() => Assert.True(FolderView.Of([], [File("", 0)], false, [File("", 0)], true).IsEmpty);

    [Theory]
    [InlineData("epoch 1/3 step 1210/5000 loss 0.51", 1210L)]
    [InlineData("{'loss': 0.5, 'global_step': 42}", 42L)]
    [InlineData(" 24%|██▍       | 120/500 [01:02<03:10]", 120L)]
    [InlineData("iteration: [ 77/100]", 77L)]
    [InlineData("INFO no number", null)]
    [InlineData("Saved checkpoint to /out/step-9500.pt", null)]
    public void The_last_step_is_read_from_the_log(string line, long? step) => Assert.Equal(step, LoggedStep.Last(["step 7", line]) is var read && read == 7 && step is null ? null : read);
}
