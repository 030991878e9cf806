using PaiConsole.Domain.Notebooks;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;
using static PaiConsole.Domain.Tests.Preflight.Specs;

namespace PaiConsole.Domain.Tests.Preflight;

/// <summary>One thing wrong is one error, at the field that is wrong, with what to do about it.</summary>
public class NotebookBadInputTests
{
    private const string Registry = "team-registry-vpc.cn-shanghai.cr.aliyuncs.com/ml";

    private static readonly PreflightContext _world = Context with
    {
        Images =
        [
            new ContainerImage("image-gpu", "pytorch:2.8.0-gpu-py312-cu128-ubuntu24.04", GpuImage, new Dictionary<string, string>(), null),
            new ContainerImage("image-cpu", "pytorch:2.8.0-cpu-py312-ubuntu24.04", CpuImage, new Dictionary<string, string>(), null),
        ],
        Workspaces = [new Workspace("1", "team", null, "ENABLED", IsDefault: true)],
        Availability = new Dictionary<string, bool> { ["ecs.gn6v-c8g1.2xlarge"] = false, ["ecs.gn7i-c16g1.4xlarge"] = true },
    };

    [Theory]
    [InlineData("", "field-required@name")]
    [InlineData("a_name_of_exactly_28_letters", "notebook-name@name")]
    [InlineData("dev-notebook", "notebook-name@name")]
    [InlineData("dev notebook", "notebook-name@name")]
    [InlineData("开发", "notebook-name@name")]
    [InlineData("dév", "notebook-name@name")]
    public void A_name(string name, string said) => Refused(said, GoodNotebook with { Name = name });

    [Theory]
    [InlineData("", "field-required@sku", null)]
    [InlineData("ecs.gn9z.large", "sku-unknown@sku", "ecs.gn")]
    [InlineData("gn7i-c8g1.2xlarg", "sku-unknown@sku", "ecs.gn7i-c8g1.2xlarge")]
    [InlineData("ECS.GN7I-C8G1.2XLARGE", "sku-unknown@sku", null)]
    [InlineData("ml.p3.2xlarge", "sku-abstract@sku", "ecs.gn6v-c8g1.2xlarge")]
    [InlineData("ml.g5.xlarge", "sku-abstract@sku", "ecs.gn7i-c8g1.2xlarge")]
    [InlineData("ml.m5.xlarge", "sku-abstract@sku", "ecs.")]
    [InlineData("ecs.gn7e-c12g1.3xlarge", "sku-misnamed@sku", "Take ecs.gn7-c12g1.3xlarge.")]
    [InlineData("ecs.gn8v-c8g1.2xlarge", "sku-misnamed@sku", "Take ecs.gn8v.4xlarge or ecs.gn7e-c16g1.4xlarge.")]
    [InlineData("ecs.gn6v-c8g1.2xlarge", "sku-no-stock@sku", "ecs.gn7i-c16g1.4xlarge")]
    public void An_instance_type_and_what_to_take_instead(string sku, string said, string? instead) =>
        Assert.Contains(instead ?? "", Refused(said, GoodNotebook with { Sku = sku }).Fix, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "field-required@image")]
    [InlineData("image-gone", "image-not-found@image")]
    [InlineData("pytorch:2.8.0-gpu-py312-cu128-ubuntu24.04", "image-not-found@image")]
    [InlineData("team/torch:2.6-gpu", "image-registry-missing@image")]
    [InlineData(Registry + "/torch", "image-tag-missing@image")]
    [InlineData("https://" + Registry + "/torch:2.6", "image-malformed@image")]
    [InlineData(Registry + "/my torch:2.6", "image-malformed@image")]
    [InlineData("image-cpu", "notebook-cpu-image@image")]
    [InlineData(CpuImage, "notebook-cpu-image@image")]
    public void An_image(string image, string said) => Refused(said, GoodNotebook with { Image = image });

    [Theory]
    [InlineData("d-1", null, "", "mount-path-missing@data[0].mountPath")]
    [InlineData("d-1", null, "mnt/data", "mount-path-relative@data[0].mountPath")]
    [InlineData("d-1", null, "/mnt/../etc", "mount-path-relative@data[0].mountPath")]
    [InlineData("d-1", null, "/", "mount-path-system@data[0].mountPath")]
    [InlineData("d-1", null, "/root", "mount-path-system@data[0].mountPath")]
    [InlineData("d-1", null, "/usr/local/lib", "mount-path-system@data[0].mountPath")]
    [InlineData("d-1", null, "/etc/", "mount-path-system@data[0].mountPath")]
    [InlineData("d-1", null, "/dev/shm", "mount-path-system@data[0].mountPath")]
    [InlineData("d-1", null, "/proc", "mount-path-system@data[0].mountPath")]
    [InlineData("", null, "/mnt/data", "mount-source@data[0]")]
    [InlineData("d-1", "oss://b/", "/mnt/data", "mount-source@data[0]")]
    [InlineData("d-404", null, "/mnt/data", "dataset-not-found@data[0].datasetId")]
    [InlineData(null, "s3://bucket/data", "/mnt/data", "mount-uri-scheme@data[0].uri")]
    [InlineData(null, "oss://", "/mnt/data", "mount-uri-bucket@data[0].uri")]
    [InlineData(null, "oss:///data", "/mnt/data", "mount-uri-bucket@data[0].uri")]
    public void A_mount(string? dataset, string? uri, string path, string said) =>
        Refused(said, GoodNotebook with { Data = [new DataMount(dataset, uri, path)] });

    [Theory]
    [InlineData("oss://a/", "/mnt/data", "oss://b/", "/mnt/data", "mount-overlap@data[1].mountPath")]
    [InlineData("oss://a/", "/mnt/data", "oss://b/", "/mnt/data/sub", "mount-overlap@data[1].mountPath")]
    [InlineData("oss://a/", "/mnt/data/sub", "oss://b/", "/mnt/data/", "mount-overlap@data[1].mountPath")]
    [InlineData("oss://a/x/", "/mnt/one", "oss://a/x", "/mnt/two", "mount-source-twice@data[1]")]
    public void Two_mounts(string first, string firstPath, string second, string secondPath, string said) =>
        Refused(said, GoodNotebook with { Data = [new DataMount(null, first, firstPath), new DataMount(null, second, secondPath)] });

    [Theory]
    [InlineData(0, 10, 30, "idle-rule-range@idleRule.cpuPercent")]
    [InlineData(101, 10, 30, "idle-rule-range@idleRule.cpuPercent")]
    [InlineData(20, 0, 30, "idle-rule-range@idleRule.gpuPercent")]
    [InlineData(20, 101, 30, "idle-rule-range@idleRule.gpuPercent")]
    [InlineData(20, 10, 0, "idle-rule-range@idleRule.minutes")]
    [InlineData(20, 10, -5, "idle-rule-range@idleRule.minutes")]
    [InlineData(20, 10, 1_000_000, "idle-rule-endless@idleRule.minutes")]
    public void An_idle_rule(int cpu, int gpu, int minutes, string said) =>
        Refused(said, GoodNotebook with { IdleRule = new IdleRule(cpu, gpu, minutes) });

    [Theory]
    [InlineData("1ST", "env-name@env.1ST")]
    [InlineData("MY-VAR", "env-name@env.MY-VAR")]
    [InlineData("PATH", "env-reserved@env.PATH")]
    [InlineData("PAI_HPS", "env-reserved@env.PAI_HPS")]
    public void A_variable(string name, string said) =>
        Refused(said, GoodNotebook with { Env = new Dictionary<string, string> { [name] = "x" } });

    [Fact]
    public void A_variable_on_two_lines() =>
        Assert.Equal("env-twice@env.A", Say(EnvText.Check("A=1\nB=2\n A=3")));

    [Fact]
    public void A_line_that_is_only_a_name() =>
        Assert.Equal("env-no-value@env.JUSTNAME", Say(EnvText.Check("A=1\nJUSTNAME\nB=")));

    [Fact]
    public void A_workspace() => Refused("workspace-unknown@workspaceId", GoodNotebook with { WorkspaceId = "404" });

    [Fact]
    public void What_is_right_is_refused_nowhere() => Assert.DoesNotContain(
        NotebookPreflight.Check(
            GoodNotebook with
            {
                Name = "2nd_try", WorkspaceId = "1", Image = "image-gpu", Env = new Dictionary<string, string> { ["HF_HOME"] = "/mnt/home/hf" },
                Data = [new DataMount("d-1", null, "/mnt/data"), new DataMount(null, "nas://0a1b.cn-shanghai.nas.aliyuncs.com/home/", "/mnt/home")],
            },
            _world),
        finding => finding.Severity == Severity.Error);

    private static Finding Refused(string said, NotebookSpec spec)
    {
        var error = Assert.Single(NotebookPreflight.Check(spec, _world), finding => finding.Severity == Severity.Error);
        Assert.Equal(said, Say([error]));
        Assert.DoesNotContain('{', error.Message + error.Fix);
        return error;
    }
}
