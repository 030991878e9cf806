using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Preflight;
using static PaiConsole.Domain.Tests.Preflight.Specs;

namespace PaiConsole.Domain.Tests.Preflight;

public class NotebookPreflightTests
{
    [Fact]
    public void A_good_notebook_has_nothing_to_say() => Assert.Equal("", Say(GoodNotebook));

    [Fact]
    public void An_empty_one_is_told_everything_at_once() =>
        Assert.Equal("field-required@name field-required@sku field-required@image", Say(new NotebookSpec()));

    [Theory]
    [InlineData("dev-notebook", "dev_notebook")]
    [InlineData("a_name_that_is_longer_than_27_letters", "a_name_that_is_longer_than_")]
    public void A_bad_name_gets_a_good_one_suggested(string name, string suggestion) =>
        Assert.Equal($"Call it {suggestion}.", NotebookPreflight.Check(GoodNotebook with { Name = name }, Context).Single(finding => finding.Rule == "notebook-name").Fix);

    [Theory]
    [InlineData(0, 10, 30, "idle-rule-range@idleRule.cpuPercent")]
    [InlineData(20, 101, 30, "idle-rule-range@idleRule.gpuPercent")]
    [InlineData(20, 10, 0, "idle-rule-range@idleRule.minutes")]
    public void The_idle_rule_is_in_range(int cpu, int gpu, int minutes, string said) =>
        Assert.Equal(said, Say(GoodNotebook with { IdleRule = new IdleRule(cpu, gpu, minutes) }));

    [Fact]
    public void A_GPU_without_idle_rule_is_a_warning_and_a_CPU_is_not()
    {
        Assert.Equal("idle-rule-missing@idleRule", Say(GoodNotebook with { IdleRule = null }));
        Assert.Equal("", Say(GoodNotebook with { IdleRule = null, Sku = "ecs.g7.xlarge", Image = CpuImage }));
    }

    [Fact]
    public void A_GPU_image_may_begin_on_a_CPU_and_is_told_what_is_missing() =>
        Assert.Equal("notebook-gpu-image@image", Say(GoodNotebook with { Sku = "ecs.g7.xlarge" }));

    [Theory]
    [InlineData(NotebookUse.Explore, "")]
    [InlineData(NotebookUse.Train, "notebook-for-training@use")]
    [InlineData(NotebookUse.Unattended, "notebook-for-long-run@use")]
    [InlineData(NotebookUse.Serve, "notebook-for-serving@use")]
    public void What_a_notebook_is_the_wrong_tool_for_is_said(NotebookUse use, string said) => Assert.Equal(said, Say(GoodNotebook with { Use = use }));

    [Fact]
    public void Several_GPUs_are_the_work_of_a_job() => Assert.Equal("notebook-many-gpus@sku", Say(GoodNotebook with { Sku = "ecs.gn7i-4x.16xlarge" }));
}
