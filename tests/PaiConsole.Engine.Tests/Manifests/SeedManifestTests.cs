using PaiConsole.Domain;
using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Manifests;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Workspaces;
using PaiConsole.Engine.Manifests;

namespace PaiConsole.Engine.Tests.Manifests;

/// <summary>The article's own manifest, pasted as it stands.</summary>
public class SeedManifestTests
{
    private static readonly ManifestReadResult _read = ManifestReader.Read(Samples.DlcJob);
    private static readonly JobImport _import = ManifestImport.ToSpec(_read.Manifest!, Samples.Context);

    [Fact]
    public void Reads_without_a_fault() => Assert.Empty(_read.Findings);

    [Fact]
    public void Nothing_blocks_it() => Assert.DoesNotContain(_import.Findings, finding => finding.Severity == Severity.Error);

    [Fact]
    public void Both_roles_get_the_cheapest_type_that_fits()
    {
        Assert.Equal(
            [new JobRoleSpec("Master", 1, "ecs.gn7i-4x.16xlarge"), new JobRoleSpec("Worker", 1, "ecs.gn7i-4x.16xlarge")],
            _import.Spec.Roles);
        Assert.Equal(Money.Cny(80.7468m), CostRules.RateIfRunning(_import.Spec, PriceBook.Embedded, "cn-shanghai").PerHour);
    }

    [Fact]
    public void The_arithmetic_of_the_choice_is_shown() => Assert.StartsWith(
        "needs 4 GPU, 32 vCPU, 256 GiB; ecs.gn7i-4x.16xlarge has 4× NVIDIA A10, 64 vCPU, 256 GiB at 40.3734 CNY/h",
        One("sku-from-limits").Evidence, StringComparison.Ordinal);

    [Fact]
    public void The_claim_is_the_dataset_of_its_name()
    {
        Assert.Equal([new DataMount("d-oss1", null, "/mnt/data")], _import.Spec.Data);
        Assert.StartsWith("line 44: oss-pvc", One("claim-resolved").Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_image_that_does_not_exist_becomes_the_nearest_that_does()
    {
        Assert.EndsWith("modelscope:1.16.1-pytorch2.3.0tensorflow2.16.1-gpu-py310-cu121-ubuntu22.04", _import.Spec.Image, StringComparison.Ordinal);
        var finding = One("image-matched");
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.EndsWith("CUDA 12.1 instead of 12.4", finding.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_list_becomes_one_shell_command() => Assert.Equal(
        "torchrun --nproc_per_node=4 --nnodes=2 --node_rank=$RANK --master_addr=$MASTER_ADDR --master_port=$MASTER_PORT train_sft.py"
        + " --model_name_or_path=/mnt/data/models/Qwen2.5-7B --data_path=/mnt/data/datasets/sft-v1/"
        + " --output_dir=/mnt/data/checkpoints/qwen25-7b-sft-001/ --num_train_epochs=3 --per_device_train_batch_size=4"
        + " --gradient_accumulation_steps=4 --learning_rate=2e-5 --bf16=true --deepspeed=ds_config.json",
        _import.Spec.Command);

    [Fact]
    public void Every_assumption_and_doubt_is_said() => Assert.Equal(
        [
            "api-version-translated", "checkpoint-cadence-unknown", "claim-resolved", "command-joined", "commands-same", "deepspeed-config-relative",
            "image-matched", "namespace-ignored", "rank-counts-nodes", "references-translated", "script-args-unchecked", "script-relative",
            "sku-from-limits", "sku-no-headroom",
        ],
        _import.Findings.Select(finding => finding.Rule).Order(StringComparer.Ordinal));

    [Fact]
    public void With_the_instance_type_the_article_names_it_is_refused()
    {
        var annotated = Samples.DlcJob.Replace("  namespace: default\n", "  namespace: default\n  annotations:\n    paiconsole/instance-type: ecs.gn7i-c16g1.4xlarge\n", StringComparison.Ordinal);
        var import = ManifestImport.ToSpec(ManifestReader.Read(annotated).Manifest!, Samples.Context);
        Assert.All(import.Spec.Roles, role => Assert.Equal("ecs.gn7i-c16g1.4xlarge", role.Sku));
        var lacks = import.Findings.Single(finding => finding.Rule == "sku-below-limits");
        Assert.Equal("3 GPU short, 16 vCPU short, 196 GiB of memory short", lacks.Args["lacks"]);
        Assert.Contains("ecs.gn7i-4x.16xlarge", lacks.Fix, StringComparison.Ordinal);
        Assert.Contains(import.Findings, finding => finding.Rule == "nproc-exceeds-gpus");
    }

    [Fact]
    public void Limits_that_no_type_offers_are_refused_with_the_nearest()
    {
        var huge = Samples.DlcJob.Replace("256Gi", "9000Gi", StringComparison.Ordinal);
        var import = ManifestImport.ToSpec(ManifestReader.Read(huge).Manifest!, Samples.Context);
        var refusal = import.Findings.Single(finding => finding.Rule == "sku-no-fit");
        Assert.Equal(Severity.Error, refusal.Severity);
        Assert.Contains("nearest: ", refusal.Evidence, StringComparison.Ordinal);
        Assert.DoesNotContain(import.Findings, finding => finding.Rule == "field-required");
    }

    private static Finding One(string rule) => _import.Findings.Single(finding => finding.Rule == rule);
}
