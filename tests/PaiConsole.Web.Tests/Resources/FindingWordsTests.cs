using System.Xml.Linq;
using PaiConsole.Domain.Jobs.Estimators;
using PaiConsole.Domain.Jobs.Sweeps;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Web.Tests.Resources;

/// <summary>What is said of a notebook or a job is said in the reader's language, and in English as the rule itself says it.</summary>
public class FindingWordsTests
{
    public static TheoryData<string> OfNotebooks =>
        [.. NotebookPreflight.Rules.SelectMany(rule => rule.Kinds).Append(EnvText.NameTwice).Select(kind => kind.Rule).Distinct(StringComparer.Ordinal).Except(OfOthers)];

    // Rules that notebooks share with jobs and services have kinds that only those can meet.
    private static string[] OfOthers => ["job-name", "service-name", "gpu-image-on-cpu", "cpu-image-on-gpu", "dataset-unknown", "env-injected"];

    public static TheoryData<string> OfJobs =>
        [.. JobPreflight.Rules.SelectMany(rule => rule.Kinds).Concat(EstimatorKinds.All).Concat(SweepKinds.All).Select(kind => kind.Rule).Distinct(StringComparer.Ordinal)
            .Except(["notebook-name", "service-name", "replica-count"]).Except(OfNotebooks.Select(row => row.Data))];

    [Theory, MemberData(nameof(OfNotebooks)), MemberData(nameof(OfJobs))]
    public void A_finding_about_a_notebook_or_a_job_has_its_words(string rule)
    {
        var english = Words("StateWords.resx");
        var chinese = Words("StateWords.zh-CN.resx");
        var kind = FindingTemplates.Kinds.Single(kind => kind.Rule == rule);

        Assert.Equal(kind.Message, english.GetValueOrDefault($"Finding.{rule}"));
        Assert.NotNull(chinese.GetValueOrDefault($"Finding.{rule}"));
        Assert.Equal(kind.Fix, english.GetValueOrDefault($"Fix.{rule}"));
    }

    [Fact]
    public void A_repair_has_its_words()
    {
        var english = Words("JobWords.resx");
        var chinese = Words("JobWords.zh-CN.resx");
        Assert.All(RepairKinds.All, kind =>
        {
            Assert.Equal(kind.Label, english.GetValueOrDefault($"Repair.{kind.Id}"));
            Assert.NotNull(chinese.GetValueOrDefault($"Repair.{kind.Id}"));
        });
    }

    private static Dictionary<string, string> Words(string file) =>
        XDocument.Load(Path.Combine(Repository.Web, "Resources", file)).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);
}
