using PaiConsole.Domain.Jobs;

namespace PaiConsole.Domain.Tests.Jobs;

public sealed class JobLimitsTests
{
    [Theory]
    [InlineData("200", 200.0)]
    [InlineData("99.5", 99.5)]
    [InlineData("0", null)]
    [InlineData("-3", null)]
    [InlineData("1e3", null)]
    [InlineData("99999999999999", null)]
    [InlineData("much", null)]
    public void A_budget_is_an_amount_above_nothing(string label, double? cny) =>
        Assert.Equal(cny is { } some ? Money.Cny((decimal)some) : null, Of(JobLimits.BudgetLabel, label).Budget);

    [Theory]
    [InlineData("90", null, 90)]
    [InlineData("90", 600L, 90)]
    [InlineData("soon", 600L, 600)]
    [InlineData("0", null, null)]
    [InlineData("99999999999999999", null, null)]
    [InlineData("", 0L, null)]
    public void A_plan_stands_before_the_longest_time_allowed(string label, long? allowed, int? minutes) =>
        Assert.Equal(minutes is { } some ? TimeSpan.FromMinutes(some) : null, Of(JobLimits.PlannedLabel, label, allowed).Planned);

    private static JobLimits Of(string label, string value, long? allowed = null) =>
        JobLimits.Of(new Dictionary<string, string>(StringComparer.Ordinal) { [label] = value }, allowed);
}
