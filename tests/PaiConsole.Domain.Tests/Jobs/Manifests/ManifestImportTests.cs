using PaiConsole.Domain.Jobs.Manifests;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Tests.Preflight;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Tests.Jobs.Manifests;

public class ManifestImportTests
{
    private static readonly PreflightContext _context = Specs.Context with
    {
        Datasets = [new("d-1", "team", "OSS", "oss://b/", "1"), new("d-2", "twice", "OSS", "oss://b2/", "1"), new("d-3", "twice", "NAS", "nas://x/", "1")],
        Images = [new ContainerImage("image-1", "torch28", Specs.GpuImage, new Dictionary<string, string>(), null)],
    };

    private static readonly ManifestRole _worker = new()
    {
        Type = "Worker", Path = "spec.pytorchReplicaSpecs.Worker", ContainerPath = "c",
        Image = Specs.GpuImage, Command = ["sleep", "5"],
        Limits = new Dictionary<string, string> { ["nvidia.com/gpu"] = "1", ["cpu"] = "8", ["memory"] = "30Gi" },
        Volumes = [new ManifestVolume("data", "persistentVolumeClaim", "team", "v")],
        Mounts = [new ManifestMount("data", "/mnt/data", null, "m")],
    };

    private static readonly TrainingManifest _manifest = new()
    {
        ApiVersion = "kubeflow.org/v1", Kind = "PyTorchJob", Name = "small", Roles = [_worker],
    };

    private const string Usual = "api-version-translated first-worker-is-master@roles sku-from-limits@roles[0].sku sku-no-headroom@roles[0].sku ";

    [Fact]
    public void A_small_manifest_says_what_was_assumed()
    {
        Assert.Equal(Usual + "command-joined@command claim-resolved@data[0]", Say(_manifest));
        Assert.Equal("ecs.gn7i-c8g1.2xlarge", Import(_manifest).Spec.Roles[0].Sku);
    }

    [Theory]
    [InlineData("example.com/v1", "PyTorchJob", "api-version-unknown")]
    [InlineData("kubeflow.org/v1", "Deployment", "manifest-kind@type")]
    public void Other_documents_are_doubted_or_refused(string version, string kind, string said) =>
        Assert.Contains(said, Say(_manifest with { ApiVersion = version, Kind = kind }), StringComparison.Ordinal);

    [Fact]
    public void What_DLC_has_no_place_for_is_said()
    {
        var said = Say(_manifest with
        {
            Namespace = "ml", DeadlineSeconds = 90, Annotations = new Dictionary<string, string> { ["a/b"] = "c" },
            Roles = [_worker with { RestartPolicy = "OnFailure" }],
        });
        Assert.StartsWith("manifest-field-ignored api-version-translated namespace-ignored deadline-translated@maxRunningMinutes first-worker-is-master@roles", said, StringComparison.Ordinal);
        Assert.Equal(2, Import(_manifest with { DeadlineSeconds = 90 }).Spec.MaxRunningMinutes);
    }

    [Fact]
    public void Quantities_that_cannot_be_used_are_errors()
    {
        var limits = new Dictionary<string, string> { ["nvidia.com/gpu"] = "0.5", ["cpu"] = "lots", ["memory"] = "1Gi", ["rdma/hca"] = "1" };
        var import = Import(With(_worker with { Limits = limits }));
        Assert.Equal(["nvidia.com/gpu", "cpu"], import.Findings.Where(finding => finding.Rule == "quantity-invalid").Select(finding => finding.Args["resource"]));
        Assert.Equal("c.resources.limits.rdma/hca", import.Findings.Single(finding => finding.Rule == "manifest-field-ignored").Args["path"]);
    }

    [Fact]
    public void Without_limits_and_annotation_there_is_no_instance_type()
    {
        var import = Import(With(_worker with { Limits = new Dictionary<string, string>() }));
        Assert.Equal("", import.Spec.Roles[0].Sku);
        Assert.Equal(["limits-missing"], import.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Rule));
    }

    [Fact]
    public void Requests_stand_in_for_limits() => Assert.Contains("limits-from-requests",
        Say(With(_worker with { Limits = new Dictionary<string, string>(), Requests = _worker.Limits })), StringComparison.Ordinal);

    [Fact]
    public void An_unknown_claim_lists_the_datasets_there_are()
    {
        var import = Import(With(_worker with { Volumes = [new ManifestVolume("data", "persistentVolumeClaim", "lost", "v")] }));
        var error = Assert.Single(import.Findings, finding => finding.Severity == Severity.Error);
        Assert.Equal(("claim-unknown", "data[0]"), (error.Rule, error.Field));
        Assert.Contains("team, twice", error.Fix, StringComparison.Ordinal);
        Assert.Equal([new DataMount(null, null, "/mnt/data")], import.Spec.Data);
    }

    [Fact]
    public void A_name_of_two_datasets_is_doubted() => Assert.Contains("claim-ambiguous@data[0]",
        Say(With(_worker with { Volumes = [new ManifestVolume("data", "persistentVolumeClaim", "twice", "v")] })), StringComparison.Ordinal);

    [Fact]
    public void Volumes_that_DLC_does_not_mount_are_said()
    {
        var import = Import(With(_worker with { Volumes = [new ManifestVolume("data", "emptyDir", null, "v")] }));
        Assert.Contains(import.Findings, finding => finding is { Rule: "volume-not-claim", Severity: Severity.Warning });
        Assert.Empty(import.Spec.Data);
        Assert.Contains("mount-without-volume", Say(With(_worker with { Volumes = [] })), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_mount_twice_is_one()
    {
        var manifest = With(_worker with { Mounts = [.. _worker.Mounts, .. _worker.Mounts] });
        Assert.Contains("mount-twice@data[0]", Say(manifest), StringComparison.Ordinal);
        Assert.Single(Import(manifest).Spec.Data);
    }

    [Fact]
    public void A_folder_of_a_claim_cannot_be_picked_out() => Assert.Contains("mount-subpath-ignored@data[0]",
        Say(With(_worker with { Mounts = [new ManifestMount("data", "/mnt/data", "x", "m")] })), StringComparison.Ordinal);

    [Fact]
    public void Roles_that_differ_are_told_where()
    {
        var other = _worker with
        {
            Type = "Master", Command = ["sleep", "6"], Env = new Dictionary<string, string> { ["A"] = "2" },
            Volumes = [new ManifestVolume("data", "persistentVolumeClaim", "twice", "v")],
        };
        var said = Say(_manifest with { Roles = [_worker with { Env = new Dictionary<string, string> { ["A"] = "1" } }, other] });
        foreach (var rule in new[] { "commands-differ@command", "env-differs@env.A", "mount-conflict@data[0]" })
            Assert.Contains(rule, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mount_of_one_role_appears_in_all() => Assert.Contains("mounts-shared@data[0]",
        Say(_manifest with { Roles = [_worker, _worker with { Type = "Master", Mounts = [] }] }), StringComparison.Ordinal);

    [Fact]
    public void A_role_may_have_its_own_image()
    {
        var spec = Import(_manifest with { Roles = [_worker, _worker with { Type = "Master", Image = "r.io/other:1" }] }).Spec;
        Assert.Equal((Specs.GpuImage, null, "r.io/other:1"), (spec.Image, spec.Roles[0].Image, spec.Roles[1].Image));
    }

    [Theory]
    [InlineData("torch28", "image-by-name@image", Specs.GpuImage)]
    [InlineData("pytorch:2.8-gpu", "image-matched@image", Specs.GpuImage)]
    [InlineData("nothing-like-it", "image-unknown@image", "")]
    [InlineData("r.io/a/b:1", "", "r.io/a/b:1")]
    public void Images_are_kept_found_or_refused(string image, string said, string uri)
    {
        var import = Import(With(_worker with { Image = image }));
        Assert.Equal(uri, import.Spec.Image);
        Assert.Equal(said, Specs.Say(import.Findings.Where(finding => finding.Field == "image")));
    }

    [Theory]
    [InlineData("python|-u|t.py|--name=a b", "python -u t.py '--name=a b'")]
    [InlineData("echo|$(RANK)", "echo $RANK")]
    [InlineData("echo|$(RANK)of$(WORLD_SIZE)", "echo ${RANK}of$WORLD_SIZE")]
    [InlineData("echo|$(WHO) there", "echo \"${WHO}\"' there'")]
    [InlineData("echo|$$(RANK)", "echo '$(RANK)'")]
    [InlineData("echo|$(NOBODY)|$HOME|*", "echo '$(NOBODY)' '$HOME' '*'")]
    [InlineData("bash|-c|echo $(RANK) $(date) $(WHO)", "bash -c 'echo ${RANK} $(date) ${WHO}'")]
    [InlineData("echo|", "echo ''")]
    public void A_command_list_becomes_what_a_shell_reads_the_same(string words, string shell) => Assert.Equal(shell,
        Import(With(_worker with { Command = words.Split('|'), Env = new Dictionary<string, string> { ["WHO"] = "Ann" } })).Spec.Command);

    [Fact]
    public void Args_follow_and_the_working_directory_comes_first()
    {
        var import = Import(With(_worker with { Args = ["it's"], WorkingDir = "/mnt/my code" }));
        Assert.Equal(@"cd '/mnt/my code' && sleep 5 'it'\''s'", import.Spec.Command);
        Assert.Contains(import.Findings, finding => finding.Rule == "working-dir-translated");
    }

    [Fact]
    public void References_that_nothing_sets_are_said_and_a_missing_command_refused()
    {
        Assert.Contains("reference-unset@command", Say(With(_worker with { Command = ["echo", "$(LOCAL_RANK)"] })), StringComparison.Ordinal);
        Assert.Contains("command-missing@command", Say(With(_worker with { Command = [], Args = ["x"] })), StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_names_the_line() => Assert.Equal("line 7: team; OSS oss://b/",
        Import(_manifest with { Lines = new Dictionary<string, int> { ["v.persistentVolumeClaim.claimName"] = 7 } }).Findings.Single(finding => finding.Rule == "claim-resolved").Evidence);

    [Fact]
    public void An_empty_manifest_is_survived() => Assert.NotEmpty(Import(new TrainingManifest()).Findings);

    private static TrainingManifest With(ManifestRole role) => _manifest with { Roles = [role] };

    private static JobImport Import(TrainingManifest manifest) => ManifestImport.ToSpec(manifest, _context);

    private static string Say(TrainingManifest manifest) => Specs.Say(Import(manifest).Findings);
}
