using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Services;
using static PaiConsole.Domain.Tests.Preflight.Specs;

namespace PaiConsole.Domain.Tests.Preflight;

public class ServicePreflightTests
{
    [Fact]
    public void A_good_service_has_nothing_to_say() => Assert.Equal("", Say(Service));

    [Fact]
    public void An_empty_one_is_told_everything_at_once() =>
        Assert.Equal("field-required@name field-required@sku image-or-processor@image", Say(new ServiceSpec()));

    [Theory]
    [InlineData("qwen-7b-prod", "qwen_7b_prod")]
    [InlineData("7b", "s_7b")]
    [InlineData("Qwen", "qwen")]
    public void A_bad_name_gets_a_good_one_suggested(string name, string suggestion) =>
        Assert.Equal($"Call it {suggestion}.", ServicePreflight.Check(Service with { Name = name }, Context).Single(finding => finding.Rule == "service-name").Fix);

    [Fact]
    public void It_runs_an_image_or_a_processor()
    {
        Assert.Equal("image-or-processor@image", Say(Service with { Processor = "pmml" }));
        Assert.Equal("processor-without-model@model", Say(Service with { Image = null, Processor = "pmml", Model = null }));
        Assert.Equal("", Say(Service with { Image = null, Processor = "pmml" }));
    }

    [Theory]
    [InlineData(8080, "port-range@port")]
    [InlineData(9090, "port-range@port")]
    [InlineData(0, "port-range@port")]
    [InlineData(70000, "port-range@port")]
    [InlineData(null, "port-missing@port")]
    public void The_port_is_free(int? port, string said) => Assert.Equal(said, Say(Service with { Port = port }));

    [Fact]
    public void Paths_and_locations_have_their_form() =>
        Assert.Equal("health-check-path@healthCheck model-uri@model", Say(Service with { HealthCheck = "health", Model = "/mnt/model" }));

    [Theory]
    [InlineData(-1)]
    [InlineData(1001)]
    public void Replicas_are_in_range(int replicas) => Assert.Contains("replica-count@replicas", Say(Service with { Replicas = replicas }), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 1, "qps", 30, "autoscaler-bounds@autoscaler")]
    [InlineData(1, 1001, "qps", 30, "autoscaler-bounds@autoscaler")]
    [InlineData(2, 4, "qps", 30, "replicas-outside-bounds@replicas")]
    [InlineData(0, 4, "qps", 30, "scale-to-zero@autoscaler.min")]
    [InlineData(1, 4, "pending", 30, "autoscaler-metric@autoscaler.metrics.pending")]
    [InlineData(1, 4, "cpu", 150, "autoscaler-target@autoscaler.metrics.cpu")]
    [InlineData(1, 4, "gpu[util]", 60, "")]
    public void The_autoscaler_has_bounds_and_a_metric_that_EAS_knows(int min, int max, string metric, int target, string said) =>
        Assert.Equal(said, Say(Service with { Autoscaler = new AutoscalerSpec(min, max, new Dictionary<string, decimal> { [metric] = target }) }));

    [Fact]
    public void An_autoscaler_follows_something() => Assert.Equal("autoscaler-no-metric@autoscaler.metrics",
        Say(Service with { Autoscaler = new AutoscalerSpec(1, 4, null!) }));
}
