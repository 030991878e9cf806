using PaiConsole.Web.Shared;

namespace PaiConsole.Web.Tests.Architecture;

/// <summary>What must not stand in the sources.</summary>
public sealed class SourceTests
{
    private static readonly string[] _projects = ["PaiConsole.Domain", "PaiConsole.Cloud", "PaiConsole.Engine", "PaiConsole.Web", "PaiConsole.Emulator"];
    private static readonly string[] _emptyWords = ["Common", "Utilities", "Utils", "Helpers", "Infrastructure", "Application", "Managers", "Misc"];
    private static readonly string[] _promises = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "NotImplementedException", "coming soon"];

    [Fact]
    public void No_folder_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(
            _projects.SelectMany(Repository.Files), file => file.Split('/')[..^1].Any(folder => _emptyWords.Contains(folder, StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void Nothing_is_promised_instead_of_done() => Assert.Empty(FilesWith(_projects, _promises));

    /// <summary>
    /// Text from the cloud is never markup; markup that a page needs is markup in the page. Icons are the exception: they are
    /// made of shapes in the source, and RowCells hands one on.
    /// </summary>
    [Fact]
    public void No_page_turns_text_into_markup() => Assert.Equal(
        ["PaiConsole.Web/Shared/Icons.cs", "PaiConsole.Web/Shared/Tables/RowCells.cs"],
        FilesWith(["PaiConsole.Web"], ["MarkupString", "AddMarkupContent"]).Order(StringComparer.Ordinal));

    [Fact]
    public void An_icon_is_drawn_from_shapes_and_never_from_a_name() =>
        Assert.DoesNotContain("script", Icons.Of("\"/><script>alert(1)</script>").Value, StringComparison.Ordinal);

    private static string[] FilesWith(IEnumerable<string> projects, string[] words) =>
        [.. from project in projects
            from file in Repository.Files(project)
            let text = File.ReadAllText(Path.Combine(Repository.Source(project), file))
            where words.Any(word => text.Contains(word, StringComparison.Ordinal))
            select $"{project}/{file}"];
}
