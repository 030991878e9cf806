using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Manifests;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Manifests;

namespace PaiConsole.Engine.Tests.Manifests;

/// <summary>The article's job with all that the article says of it: its script, 10 000 examples, the machine it names, spot.</summary>
public class SeedJobTests
{
    private static readonly JobSpec _spec = ManifestImport.ToSpec(ManifestReader.Read(Samples.DlcJob).Manifest!, Samples.Context).Spec with
    {
        Roles = [new JobRoleSpec("Master", 1, "ecs.gn7i-c16g1.4xlarge"), new JobRoleSpec("Worker", 1, "ecs.gn7i-c16g1.4xlarge")],
        Spot = new SpotTerms(0.6m, null),
        Plan = new JobPlan { Samples = 10_000, Script = Samples.TrainSft },
    };

    [Fact]
    public void It_fails_a_dozen_checks() => Assert.Equal(
        [
            "checkpoint-after-end@command", "deepspeed-config-relative@command", "device-map-with-launcher@command", "nproc-exceeds-gpus@command", "output-is-adapter@outputPath",
            "rank-counts-nodes@command", "resume-missing@command", "script-arg-switch@command", "script-arg-unknown@command", "script-relative@command",
            "spot-no-time-limit@maxRunningMinutes", "spot-reclaimed@spot",
        ],
        JobPreflight.Check(_spec, Samples.Context).Select(finding => $"{finding.Rule}@{finding.Field}").Order(StringComparer.Ordinal));

    [Fact]
    public void Its_first_checkpoint_comes_after_its_end()
    {
        var late = JobPreflight.Check(_spec, Samples.Context).Single(finding => finding.Rule == "checkpoint-after-end");
        Assert.Equal(("237", "500"), (late.Args["total"], late.Args["save"]));
    }

    [Fact]
    public void Buttons_take_every_error_away()
    {
        var spec = _spec;
        for (var i = 0; i < 20 && JobPreflight.Check(spec, Samples.Context).FirstOrDefault(finding => finding.Severity == Severity.Error) is { } error; i++)
            spec = JobPreflight.Repairs(error, spec, Samples.Context)[^1].Spec;
        Assert.DoesNotContain(JobPreflight.Check(spec, Samples.Context), finding => finding.Severity == Severity.Error);
        Assert.EndsWith("--learning_rate=2e-5 --bf16", spec.Command, StringComparison.Ordinal);
        Assert.All(spec.Roles, role => Assert.Equal(4, Samples.Context.Skus.Find(role.Sku)!.GpuCount));
    }
}
