using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Tests.Preflight;

/// <summary>What holds of every rule for jobs, whichever is added.</summary>
public class EveryRuleTests
{
    public static TheoryData<string> Rules => [.. JobPreflight.Rules.Select(rule => rule.GetType().Name)];

    [Fact]
    public void There_are_enough_of_them_and_each_has_its_cases()
    {
        Assert.True(JobPreflight.Rules.Count >= 25);
        Assert.Equal(JobPreflight.Rules.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal), RuleCases.All.Select(one => one.Rule).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Rules))]
    public void It_faults_what_is_wrong(string name)
    {
        var (rule, one) = Find(name);
        Assert.True(rule.Applies(one.Fails, one.Context));
        Assert.Contains(one.Says, rule.Check(one.Fails, one.Context).Select(finding => finding.Rule));
        Assert.Contains(one.Says, JobPreflight.Check(one.Fails, one.Context).Select(finding => finding.Rule));
    }

    [Theory, MemberData(nameof(Rules))]
    public void It_passes_what_is_right(string name)
    {
        var (rule, one) = Find(name);
        Assert.True(rule.Applies(one.Passes, one.Context));
        Assert.DoesNotContain(rule.Check(one.Passes, one.Context), finding => finding.Severity != Severity.Info);
        Assert.DoesNotContain(one.Says, rule.Check(one.Passes, one.Context).Select(finding => finding.Rule));
    }

    [Theory, MemberData(nameof(Rules))]
    public void It_is_silent_about_what_is_not_its_matter(string name)
    {
        var (rule, one) = Find(name);
        if (one.NotItsMatter is not { } other)
        {
            Assert.True(rule.Applies(RuleCases.Nothing, one.Context), $"{name} has no case that it does not apply to, and does not apply to an empty spec");
            return;
        }
        Assert.False(rule.Applies(other, one.Context));
        Assert.Empty(rule.Check(other, one.Context));
    }

    [Fact]
    public void A_repair_repairs()
    {
        var pressed = 0;
        foreach (var one in RuleCases.All)
        {
            foreach (var finding in JobPreflight.Check(one.Fails, one.Context))
            {
                foreach (var repair in JobPreflight.Repairs(finding, one.Fails, one.Context))
                {
                    pressed++;
                    Assert.DoesNotContain(JobPreflight.Check(repair.Spec, one.Context), after => after.Rule == finding.Rule && after.Message == finding.Message);
                    Assert.DoesNotContain('{', repair.Label);
                }
            }
        }
        Assert.True(pressed >= 20, $"{pressed} repairs");
    }

    [Fact]
    public void A_repair_can_be_pressed_again_without_effect() => Assert.All(RuleCases.All, one =>
    {
        foreach (var finding in JobPreflight.Check(one.Fails, one.Context))
            foreach (var repair in JobPreflight.Repairs(finding, one.Fails, one.Context))
                Assert.All(JobPreflight.Repairs(finding, repair.Spec, one.Context).Where(again => again.Label == repair.Label), again => Assert.Equal(repair.Spec.Command, again.Spec.Command));
    });

    private static (IJobRule Rule, RuleCase Case) Find(string name) =>
        (JobPreflight.Rules.Single(rule => rule.GetType().Name == name), RuleCases.All.Single(one => one.Rule == name));
}
