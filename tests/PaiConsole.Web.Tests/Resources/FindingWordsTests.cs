using System.Xml.Linq;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Web.Tests.Resources;

/// <summary>What is said of a notebook is said in the reader's language, and in English as the rule itself says it.</summary>
public class FindingWordsTests
{
    public static TheoryData<string> OfNotebooks =>
        [.. NotebookPreflight.Rules.SelectMany(rule => rule.Kinds).Append(EnvText.NameTwice).Select(kind => kind.Rule).Distinct(StringComparer.Ordinal).Except(OfOthers)];

    // Rules that notebooks share with jobs and services have kinds that only those can meet.
    private static string[] OfOthers => ["job-name", "service-name", "gpu-image-on-cpu", "cpu-image-on-gpu", "dataset-unknown", "env-injected"];

    [Theory, MemberData(nameof(OfNotebooks))]
    public void A_finding_about_a_notebook_has_its_words(string rule)
    {
        var english = Words("StateWords.resx");
        var chinese = Words("StateWords.zh-CN.resx");
        var kind = FindingTemplates.Kinds.Single(kind => kind.Rule == rule);

        Assert.Equal(kind.Message, english.GetValueOrDefault($"Finding.{rule}"));
        Assert.NotNull(chinese.GetValueOrDefault($"Finding.{rule}"));
        Assert.Equal(kind.Fix, english.GetValueOrDefault($"Fix.{rule}"));
    }

    private static Dictionary<string, string> Words(string file) =>
        XDocument.Load(Path.Combine(Repository.Web, "Resources", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
}
