using CsCheck;
using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Tests.Jobs;

public class ShellWordsTests
{
    [Theory]
    [InlineData("train.py", "train.py")]
    [InlineData("--lr=2e-5", "--lr=2e-5")]
    [InlineData("", "''")]
    [InlineData("two words", "'two words'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("$HOME", "'$HOME'")]
    [InlineData("a;rm -rf /", "'a;rm -rf /'")]
    public void Quotes_what_the_shell_would_touch(string word, string quoted) => Assert.Equal(quoted, ShellWords.Quote(word));

    [Theory]
    [InlineData("a  b\tc", "a|b|c")]
    [InlineData("a 'b c' \"d e\"", "a|b c|d e")]
    [InlineData("a\\ b", "a b")]
    [InlineData("cd /x && python t.py; ls", "cd|/x|&&|python|t.py|;|ls")]
    [InlineData("a \\\n  b", "a|b")]
    [InlineData("x=$(date +%s) y=${A B}", "x=$(date +%s)|y=${A B}")]
    [InlineData("a 'open", "a|open")]
    [InlineData("", "")]
    public void Splits_as_a_shell_does(string command, string words) => Assert.Equal(words, string.Join('|', ShellWords.Split(command)));

    [Fact]
    public void What_is_quoted_is_read_back_as_it_was() =>
        Gen.String[Gen.Char[" ab'\"\\$`;&|()<>*?\n\t{}=-~é"], 0, 12].Array[1, 5].Sample(
            words => ShellWords.Split(string.Join(' ', words.Select(ShellWords.Quote))).SequenceEqual(words), iter: 500);

    [Fact]
    public void Any_text_is_survived() => Gen.String[Gen.Char[" a'\"\\$`;&|(){}\n"], 0, 20].Sample(text => _ = ShellWords.Split(text), iter: 500);
}
