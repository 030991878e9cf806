using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;
using static PaiConsole.Domain.Tests.Preflight.Specs;

namespace PaiConsole.Domain.Tests.Preflight;

public class JobPreflightTests
{
    [Fact]
    public void A_good_job_has_nothing_to_say() => Assert.Equal("", Say(Job));

    [Fact]
    public void An_empty_job_is_told_everything_at_once() => Assert.Equal(
        "field-required@name field-required@command field-required@image field-required@roles", Say(new JobSpec()));

    [Fact]
    public void Nulls_out_of_JSON_are_missing_values() => Assert.Equal(
        "field-required@name field-required@type field-required@command field-required@image field-required@roles",
        Say(new JobSpec { Name = null!, Type = null!, Command = null!, Image = null!, Roles = [null!], Data = null!, Env = null!, Labels = null! }));

    [Fact]
    public void Errors_come_first()
    {
        var findings = JobPreflight.Check(Job with { Spot = new SpotTerms(null, null), Type = "MPIJob", Priority = 12 }, Context);
        Assert.Equal(findings.OrderByDescending(finding => finding.Severity), findings);
    }

    [Fact]
    public void Names_are_short_and_printable()
    {
        Assert.Equal("job-name@name", Say(Job with { Name = new string('x', 257) }));
        Assert.Equal("job-name@name", Say(Job with { Name = "a\u202Eb" }));
        Assert.Equal("", Say(Job with { Name = "训练 1" }));
    }

    [Theory]
    [InlineData("Chief", 1, "role-not-of-type@roles[1].type")]
    [InlineData("Master", 1, "role-twice@roles[1].type")]
    [InlineData("Worker", 0, "role-count@roles[1].count nnodes-differs@command")]
    [InlineData("Worker", 1001, "role-count@roles[1].count nnodes-differs@command")]
    public void Roles_belong_to_the_type_and_have_nodes(string type, long count, string said) =>
        Assert.Equal(said, Say(Job with { Roles = [Job.Roles[0], Job.Roles[1] with { Type = type, Count = count }] }));

    [Fact]
    public void There_is_one_master() => Assert.Equal("one-master@roles[0].count",
        Say(Job with { Roles = [new JobRoleSpec("Master", 2, "ecs.gn7i-c8g1.2xlarge")] }));

    [Fact]
    public void Numbers_beyond_reason_do_not_overflow() => Assert.Equal(
        "role-count@roles[0].count role-count@roles[1].count nnodes-differs@command",
        Say(Job with { Roles = [.. Job.Roles.Select(role => role with { Count = long.MaxValue })] }));

    [Fact]
    public void An_unknown_job_type_is_doubted_not_refused() => Assert.Equal(Severity.Warning,
        JobPreflight.Check(Job with { Type = "NewJob" }, Context).Single(finding => finding.Rule == "job-type-unknown").Severity);

    [Fact]
    public void An_instance_type_that_does_not_exist_is_refused_with_near_names()
    {
        var finding = JobPreflight.Check(WithSku("ecs.gn7e-c17g1.4xlarge"), Context).First(finding => finding.Rule == "sku-unknown");
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains("ecs.gn7e-c16g1", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_whose_shape_no_source_gives_is_let_through() => Assert.Equal(
        "sku-shape-unknown@roles[0].sku price-unknown@roles[0].sku", Say(WithSku("ecs.gn7ia-c16g1.4xlarge")));

    [Fact]
    public void An_unknown_price_is_said_once() => Assert.Equal("price-unknown@roles[0].sku", Say(WithSku("ecs.gn8v.4xlarge")));

    [Fact]
    public void Image_and_machine_go_together()
    {
        Assert.Equal("gpu-image-on-cpu@roles[0].sku", Say(WithSku("ecs.g7.xlarge")));
        Assert.Equal("cpu-image-on-gpu@roles[0].sku", Say(Job with { Image = CpuImage }));
        Assert.Equal("image-no-registry@image", Say(Job with { Image = "pai-image-pytorch:2.3-gpu-py310-cu124" }));
    }

    [Theory]
    [InlineData("data", "mount-path-relative@data[1].mountPath")]
    [InlineData("/", "mount-path-system@data[1].mountPath mount-overlap@data[1].mountPath")]
    [InlineData("/usr/lib/x", "mount-path-system@data[1].mountPath")]
    [InlineData("/root/", "mount-path-system@data[1].mountPath")]
    [InlineData("/mnt/data/", "mount-overlap@data[1].mountPath")]
    [InlineData("/mnt//data/x", "mount-overlap@data[1].mountPath")]
    [InlineData("/mnt/x/../../etc", "mount-path-relative@data[1].mountPath")]
    [InlineData("/mnt/data2", "")]
    [InlineData("/root/data", "")]
    public void Mount_paths_are_absolute_apart_and_harmless(string path, string said) =>
        Assert.Equal(said, Say(Job with { Data = [.. Job.Data, new DataMount(null, "oss://b/x/", path)] }));

    [Theory]
    [InlineData(null, null, "mount-source@data[1]")]
    [InlineData("d-1", "oss://b/", "mount-source@data[1]")]
    [InlineData("d-9", null, "dataset-unknown@data[1].datasetId")]
    [InlineData(null, "s3://b/x", "mount-uri-scheme@data[1].uri")]
    [InlineData(null, "oss://", "mount-uri-bucket@data[1].uri")]
    [InlineData(null, "nas://29-x.cn-shanghai/", "")]
    [InlineData(null, "oss://b.oss-cn-hangzhou-internal.aliyuncs.com/x/", "mount-other-region@data[1].uri")]
    [InlineData(null, "oss://b.oss-cn-shanghai-internal.aliyuncs.com/x/", "")]
    public void Mounts_name_one_source_that_can_be_mounted(string? dataset, string? uri, string said) =>
        Assert.Equal(said, Say(Job with { Data = [.. Job.Data, new DataMount(dataset, uri, "/mnt/more")] }));

    [Theory]
    [InlineData(0, 60, "priority-range@priority")]
    [InlineData(10, 60, "priority-range@priority")]
    [InlineData(5, 0, "running-time@maxRunningMinutes")]
    [InlineData(9, 1, "")]
    public void Priority_and_time_are_in_range(int priority, long minutes, string said) =>
        Assert.Equal(said, Say(Job with { Priority = priority, MaxRunningMinutes = minutes }));

    [Theory]
    [InlineData(null, null, "spot-one-limit@spot ")]
    [InlineData(0.8, 0.1, "spot-one-limit@spot ")]
    [InlineData(80.0, null, "spot-discount@spot.discountLimit ")]
    [InlineData(null, 0.0, "spot-price@spot.priceLimitPerMinute ")]
    [InlineData(null, 12.0, "spot-price-hourly@spot.priceLimitPerMinute ")]
    [InlineData(1.0, null, "")]
    [InlineData(null, 0.1, "")]
    public void Spot_takes_one_limit_in_the_right_unit(double? discount, double? perMinute, string said) =>
        Assert.Equal(said + "spot-reclaimed@spot", Say(Job with
        {
            Spot = new SpotTerms((decimal?)discount, (decimal?)perMinute), MaxRunningMinutes = 60, Command = Job.Command + " --resume_from_checkpoint=latest",
        }));

    [Fact]
    public void Spot_is_for_PyTorch() => Assert.Contains("spot-pytorch-only", Say(Job with { Type = "MPIJob", Spot = new SpotTerms(0.8m, null) }), StringComparison.Ordinal);

    [Theory]
    [InlineData("1A", "env-name@env.1A")]
    [InlineData("A-B", "env-name@env.A-B")]
    [InlineData("RANK", "env-injected@env.RANK")]
    [InlineData("NCCL_DEBUG", "")]
    public void Environment_names_can_be_read_by_a_shell(string name, string said) =>
        Assert.Equal(said, Say(Job with { Env = new Dictionary<string, string> { [name] = "1" } }));

    [Theory]
    [InlineData("team", "")]
    [InlineData("", "label-key@labels.")]
    [InlineData("acs:x", "label-key@labels.acs:x")]
    [InlineData("paiconsole/operation", "label-key@labels.paiconsole/operation")]
    public void Labels_keep_off_what_others_use(string key, string said) =>
        Assert.Equal(said, Say(Job with { Labels = new Dictionary<string, string> { [key] = "1" } }));

    [Fact]
    public void Every_rule_id_of_a_finding_is_in_the_templates() => Assert.All(
        JobPreflight.Check(Job with { Type = "X", Name = "", Priority = 0, Spot = new SpotTerms(2, -1), Command = "python t.py --bf16=true --output_dir=x $RANK" }, Context),
        finding => Assert.Contains(finding.Rule, FindingTemplates.All.Keys));

    private static JobSpec WithSku(string sku) => Job with { Roles = [.. Job.Roles.Select(role => role with { Sku = sku })] };

    [Theory]
    [InlineData("# what did you run?\n  # torchrun --nnodes=9 --node_rank=$RANK train.py", "field-required@command")]
    [InlineData("# first\necho 1", "")]
    public void A_command_of_nothing_but_comments_is_none(string command, string said) => Assert.Equal(said, Say(Job with { Command = command }));
}
