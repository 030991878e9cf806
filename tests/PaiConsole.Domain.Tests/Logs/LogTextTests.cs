using PaiConsole.Domain.Logs;

namespace PaiConsole.Domain.Tests.Logs;

public sealed class LogTextTests
{
    [Fact]
    public void A_line_without_anything_special_is_itself() =>
        Assert.Equal([new LogRun("step\t1 行 🚀", LogStyle.Plain)], LogText.Read("step\t1 行 🚀").Runs);

    [Fact]
    public void Colours_become_looks_and_a_reset_ends_them()
    {
        var line = LogText.Read("\u001b[1;31mERROR\u001b[0m at \u001b[38;5;208mrank 3\u001b[39m, \u001b[48;2;1;2;3mdone\u001b[m.");
        Assert.Equal("ERROR at rank 3, done.", line.Text);
        Assert.Equal(
            [
                new LogRun("ERROR", new LogStyle(1, Bold: true)), new LogRun(" at ", LogStyle.Plain), new LogRun("rank 3", new LogStyle(208)),
                new LogRun(", ", LogStyle.Plain), new LogRun("done", new LogStyle(Ground: LogStyle.TrueColour | 0x010203)), new LogRun(".", LogStyle.Plain),
            ],
            line.Runs);
    }

    [Theory]
    [InlineData("\u001b[2K\u001b[1Aup", "up")]
    [InlineData("\u001b]8;;javascript:alert(1)\aa link\u001b]8;;\a", "a link")]
    [InlineData("\u001b]0;title\u001b\\text", "text")]
    [InlineData("\u001b]0;never ends", "")]
    [InlineData("\u001b(Btext", "text")]
    [InlineData("text\u001b[", "text")]
    [InlineData("\u001b[38;5;999mtext\u001b[38;2;1mmore\u001b[999999999999m", "textmore")]
    public void Sequences_that_are_no_colours_go(string raw, string text)
    {
        var line = LogText.Read(raw);
        Assert.Equal(text, line.Text);
        Assert.All(line.Runs, run => Assert.Equal(LogStyle.Plain, run.Style));
    }

    [Theory]
    [InlineData("10%|#   |\r55%|##  |\r100%|####|", "100%|####|")]
    [InlineData("10%|#   |\r55%|##  |\r", "55%|##  |")]
    [InlineData("[2026-11-24 18:31:00,123] [INFO] \r 9%|\u001b[32m█\u001b[0m|", "[2026-11-24 18:31:00,123]  9%|█|")]
    [InlineData("text\r\r", "text")]
    public void Of_a_progress_bar_the_last_state_is_left(string raw, string text)
    {
        Assert.Equal(text, LogText.Read(raw).Text);
        Assert.Equal(text, LogText.PlainOf(raw));
    }

    [Fact]
    public void What_could_act_is_a_visible_sign()
    {
        var line = LogText.Read("a\0b\ac\u202ed\u2066e\u2028f\u007fg\u009bh");
        Assert.Equal("a^@b^Gc‹U+202E›d‹U+2066›e‹U+2028›f^?g‹U+009B›h", line.Text);
        Assert.Equal(7, line.Runs.Count(run => run.Style.IsMark));
    }

    [Theory]
    [InlineData("[2026-11-24 18:31:00,123] [INFO] x", 26)]
    [InlineData("2026-11-24T18:31:00.123456789Z x", 31)]
    [InlineData("2026-11-24T18:31:00+08:00\tx", 26)]
    [InlineData("2026 was a year", 0)]
    [InlineData("x 2026-11-24T18:31:00Z", 0)]
    public void The_time_at_the_beginning_is_told(string raw, int length) => Assert.Equal(length, LogText.Read(raw).Stamp);

    [Theory]
    [InlineData("Traceback (most recent call last):", true)]
    [InlineData("torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2 GiB", true)]
    [InlineData("RuntimeError: NCCL error in: ProcessGroupNCCL.cpp", true)]
    [InlineData("NCCL WARN Call to ibv_modify_qp failed", true)]
    [InlineData("NCCL INFO Bootstrap: Using eth0", false)]
    [InlineData("eval/mean_absolute_error 0.1, errors=0", false)]
    public void Failures_are_told_from_other_lines(string text, bool isTrouble) => Assert.Equal(isTrouble, LogTrouble.IsIn(text));
}
