using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Services;

namespace PaiConsole.Domain.Tests.Costs;

public class CostRulesTests
{
    private const string Region = "cn-shanghai";
    private static readonly PriceBook _prices = new(
    [
        new Price("one", Region, Money.Cny(1), "test", null, "high"),
        new Price("ten", Region, Money.Cny(10), "test", null, "high"),
    ]);

    [Fact]
    public void A_running_notebook_costs_its_type() =>
        Assert.Equal(Money.Cny(10), CostRules.RateOf(Notebook(NotebookStatus.Running, "ten"), _prices, Region).PerHour);

    [Fact]
    public void A_stopped_notebook_costs_nothing_and_shows_what_starting_costs()
    {
        var stopped = Notebook(NotebookStatus.Stopped, "ten");
        Assert.Equal(Money.Cny(0), CostRules.RateOf(stopped, _prices, Region).PerHour);
        Assert.Equal(Money.Cny(10), CostRules.RateIfRunning(stopped, _prices, Region).PerHour);
    }

    [Theory]
    [InlineData("unpriced", RateReason.NoPrice)]
    [InlineData(null, RateReason.NoSku)]
    public void An_unknown_rate_is_null_with_a_reason(string? sku, RateReason reason)
    {
        var rate = CostRules.RateOf(Notebook(NotebookStatus.Running, sku), _prices, Region);
        Assert.Null(rate.PerHour);
        Assert.Equal(reason, rate.Reason);
        Assert.NotNull(rate.Why);
    }

    [Fact]
    public void A_subscription_has_no_hourly_rate() => Assert.Equal(RateReason.Subscription,
        CostRules.RateOf(Notebook(NotebookStatus.Running, "ten") with { PaymentType = "Subscription" }, _prices, Region).Reason);

    [Fact]
    public void A_status_nobody_knows_has_an_unknown_rate() =>
        Assert.Null(CostRules.RateOf(Notebook(NotebookStatus.Unknown, "ten"), _prices, Region).PerHour);

    [Fact]
    public void A_job_adds_up_its_roles()
    {
        var rate = CostRules.RateOf(Job(JobStatus.Running, false, ("ten", 1), ("one", 3)), _prices, Region);
        Assert.Equal((Money.Cny(13), false), (rate.PerHour, rate.IsUpperBound));
        Assert.Equal("ten", rate.Basis!.Sku);
    }

    [Fact]
    public void The_list_price_is_a_ceiling_for_spot()
    {
        var rate = CostRules.RateOf(Job(JobStatus.Running, true, ("ten", 2)), _prices, Region);
        Assert.Equal((Money.Cny(20), true, RateReason.Spot), (rate.PerHour, rate.IsUpperBound, rate.Reason));
    }

    [Theory]
    [InlineData(JobStatus.Queuing)]
    [InlineData(JobStatus.Succeeded)]
    public void A_job_that_holds_no_machines_costs_nothing(JobStatus status) =>
        Assert.Equal(Money.Cny(0), CostRules.RateOf(Job(status, false, ("ten", 2)), _prices, Region).PerHour);

    [Fact]
    public void A_job_with_one_unpriced_role_is_unknown_not_cheap() =>
        Assert.Null(CostRules.RateOf(Job(JobStatus.Running, false, ("ten", 1), ("unpriced", 1)), _prices, Region).PerHour);

    [Fact]
    public void A_service_costs_the_replicas_that_run_and_will_cost_those_it_wants()
    {
        var service = new ModelService
        {
            Name = "s", Id = "eas-1", Status = ServiceStatus.Scaling, StatusWord = "Scaling", Sku = "ten", Replicas = 4, RunningReplicas = 2,
        };
        Assert.Equal(Money.Cny(20), CostRules.RateOf(service, _prices, Region).PerHour);
        Assert.Equal(Money.Cny(40), CostRules.RateIfRunning(service, _prices, Region).PerHour);
        Assert.Equal(Money.Cny(80), CostRules.RateIfRunning(service, _prices, Region, replicas: 8).PerHour);
    }

    private static Notebook Notebook(NotebookStatus status, string? sku) =>
        new() { Id = "dsw-1", Name = "n", Status = status, StatusWord = status.ToString(), Sku = sku };

    private static TrainingJob Job(JobStatus status, bool spot, params (string Sku, long Count)[] roles) => new()
    {
        Id = "dlc1", Name = "j", Type = "PyTorchJob", Status = status, StatusWord = status.ToString(),
        Roles = [.. roles.Select(role => new JobRole("Worker", role.Count, role.Sku, null, spot))],
    };
}
