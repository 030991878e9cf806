using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Tests.Preflight;

public class FindingTemplatesTests
{
    [Fact]
    public void Rule_ids_are_unique_and_in_kebab_case()
    {
        Assert.Equal(FindingTemplates.Kinds.Count, FindingTemplates.All.Count);
        Assert.All(FindingTemplates.All.Keys, rule => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", rule));
    }

    [Fact]
    public void There_is_a_fix_for_every_error() =>
        Assert.All(FindingTemplates.Kinds.Where(kind => kind.Severity == Severity.Error), kind => Assert.NotNull(kind.Fix));

    [Fact]
    public void Texts_are_sentences_with_named_holes() => Assert.All(FindingTemplates.Kinds, kind =>
    {
        foreach (var text in new[] { kind.Message, kind.Fix }.OfType<string>())
        {
            Assert.Matches("[.}…]$", text);
            Assert.DoesNotMatch(@"\{\}|\{[^a-zA-Z]", text);
        }
    });

    [Fact]
    public void Values_are_put_in_once_and_never_read_for_holes()
    {
        var kind = new FindingKind("x", Severity.Info, "{a} and {b}, {unknown}", "use {b}");
        var finding = kind.At("f", "e", ("a", "{b}"), ("b", 1.5m));
        Assert.Equal(("{b} and 1.5, {unknown}", "use 1.5", "f", "e"), (finding.Message, finding.Fix, finding.Field, finding.Evidence));
        Assert.Equal("1.5", finding.Args["b"]);
    }
}
