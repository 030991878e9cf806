using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PaiConsole.Web.Tests.Resources;

public partial class WordsTests
{
    public static TheoryData<string> Files => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Web, "Resources"), "*.resx")
        .Select(Path.GetFileName).OfType<string>().Where(name => !name.EndsWith(".zh-CN.resx", StringComparison.Ordinal))];

    public static TheoryData<string> Markup => [.. Directory
        .EnumerateFiles(Repository.Web, "*.razor", SearchOption.AllDirectories)
        .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
        .Select(path => Path.GetRelativePath(Repository.Web, path))];

    [Theory, MemberData(nameof(Files))]
    public void English_and_Chinese_have_the_same_words_with_the_same_holes(string file)
    {
        var english = Read(file);
        var chinese = Read(file.Replace(".resx", ".zh-CN.resx", StringComparison.Ordinal));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, text) in english)
            Assert.True(Holes(text).SetEquals(Holes(chinese[key])), $"{file} {key}: '{text}' and '{chinese[key]}' differ in placeholders");
    }

    [Theory, MemberData(nameof(Files))]
    public void No_word_is_left_untranslated(string file)
    {
        var chinese = Read(file.Replace(".resx", ".zh-CN.resx", StringComparison.Ordinal));
        foreach (var (key, text) in Read(file))
            if (Phrase().IsMatch(text) && !text.Contains("PaiConsole", StringComparison.Ordinal))
                Assert.NotEqual(text, chinese[key]);
    }

    [Theory, MemberData(nameof(Markup))]
    public void No_bare_word_stands_in_a_page(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Web, file));
        text = RazorComment().Replace(text, "");
        text = Script().Replace(text, "");
        text = DocComment().Replace(text, "");
        // What is said aloud by attributes counts as well.
        foreach (Match match in SpokenAttribute().Matches(text))
            Assert.True(match.Groups[2].Value.StartsWith('@') || !Word().IsMatch(match.Groups[2].Value), $"{file}: {match.Value}");
        foreach (Match match in BetweenTags().Matches(text))
        {
            var content = match.Groups[1].Value.Trim();
            if (content.Contains('@', StringComparison.Ordinal) || content.Contains('{', StringComparison.Ordinal) || content.Contains(';', StringComparison.Ordinal) || content.Contains('(', StringComparison.Ordinal))
                continue; // code, or a word from the resource files
            Assert.False(Word().IsMatch(content) && content is not ("Ctrl K" or "UTC"), $"{file}: '{content}' is not from a resource file");
        }
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Web, "Resources", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static HashSet<string> Holes(string text) => [.. Hole().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"[A-Za-z]{3,}")]
    private static partial Regex Word();

    [GeneratedRegex("[a-z]{3,} [a-z]{2,}")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex RazorComment();

    [GeneratedRegex(@"^\s*///.*$", RegexOptions.Multiline)]
    private static partial Regex DocComment();

    [GeneratedRegex(@"<(script|style|svg)\b.*?</\1>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex(@"\b(title|placeholder|aria-label|alt)=""([^""]*)")]
    private static partial Regex SpokenAttribute();

    // Text up to the next tag, on one line: code blocks between tags never look like that without braces or semicolons.
    [GeneratedRegex(@"(?<=[""\w/\]])>([^<>\r\n]+)</")]
    private static partial Regex BetweenTags();
}
