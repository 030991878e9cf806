using PaiConsole.Domain.Jobs.Estimators;
using PaiConsole.Domain.Preflight;
using PaiConsole.Domain.Tests.Preflight;
using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Domain.Tests.Jobs.Estimators;

public class EstimatorImportTests
{
    /// <summary>Lines 425 to 447 of the text that this console was built for.</summary>
    internal const string Seed =
        """
        from pai.estimator import Estimator

        est = Estimator(
            image_uri="pai-image-pytorch:2.3-gpu-py310-cu124",
            command="torchrun --nproc_per_node=4 train_sft.py",
            instance_type="ecs.gn7i-c16g1.4xlarge",  # 4x A10 per node
            instance_count=2,                          # 2 nodes = 8 GPUs total
            source_dir="./training_code/",
            hyperparameters={
                "model_name_or_path": "/mnt/data/models/Qwen2.5-7B",
                "num_train_epochs": 3,
                "learning_rate": 2e-5,
                "bf16": True,
            },
            input_channels={
                "data": "oss://my-bucket/datasets/sft-v1/",
                "model": "oss://my-bucket/models/Qwen2.5-7B/"
            },
            output_path="oss://my-bucket/checkpoints/",
            spot_instance=True,  # Use spot for ~40% savings
        )

        est.fit()
        """;

    private static readonly PreflightContext Context = Specs.Context with { Images = [new ContainerImage("image-1", "pytorch:2.3-gpu-py310-cu124", Specs.GpuImage, new Dictionary<string, string>(), null)] };

    [Fact]
    public void Every_parameter_of_the_seed_arrives()
    {
        var (call, findings) = EstimatorReader.Read(Seed);
        Assert.Empty(findings);
        var spec = EstimatorImport.ToSpec(call!, Context).Spec;
        Assert.Equal("train_sft", spec.Name);
        Assert.Equal(
            "torchrun --nproc_per_node=4 train_sft.py \\\n  --model_name_or_path=/mnt/data/models/Qwen2.5-7B \\\n  --num_train_epochs=3 \\\n  --learning_rate=2e-5 \\\n  --bf16=true", spec.Command);
        Assert.Equal((2L, "ecs.gn7i-c16g1.4xlarge"), (spec.Roles.Single().Count, spec.Roles.Single().Sku));
        Assert.Equal(["/ml/input/data/data", "/ml/input/data/model"], spec.Data.Select(mount => mount.MountPath));
        Assert.Equal("oss://my-bucket/checkpoints/", spec.OutputPath);
        Assert.Equal(1, spec.Spot?.DiscountLimit);
    }

    [Fact]
    public void The_seed_s_call_says_exactly_this()
    {
        var import = EstimatorImport.ToSpec(EstimatorReader.Read(Seed).Call!, Context);
        Assert.Equal(
            string.Join('\n', Expected.Order(StringComparer.Ordinal)),
            string.Join('\n', import.Findings.Where(finding => finding.Severity != Severity.Info).Select(finding => $"{finding.Severity} {finding.Rule}").Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void The_seed_s_faults_are_repaired_by_buttons_alone()
    {
        var spec = EstimatorImport.ToSpec(EstimatorReader.Read(Seed).Call!, Context).Spec;
        for (var i = 0; i < 20 && JobPreflight.Check(spec, Context).FirstOrDefault(finding => finding.Severity == Severity.Error) is { } error; i++)
            spec = JobPreflight.Repairs(error, spec, Context)[^1].Spec;
        Assert.DoesNotContain(JobPreflight.Check(spec, Context), finding => finding.Severity == Severity.Error);
        Assert.Contains("--model_name_or_path=/ml/input/data/model", spec.Command, StringComparison.Ordinal);
        Assert.StartsWith("torchrun --nproc_per_node=4 --nnodes=2", spec.Command, StringComparison.Ordinal);
    }

    private static readonly string[] Expected =
    [
        "Error master-addr-missing", "Error nnodes-differs", "Error node-rank-missing", "Error nproc-exceeds-gpus", "Error path-not-mounted",
        "Warning estimator-source-local", "Warning image-matched", "Warning model-memory", "Warning resume-missing", "Warning script-relative", "Warning spot-no-time-limit",
    ];

    [Theory]
    [InlineData("print(1)", "estimator-no-call")]
    [InlineData("Estimator(command=os.environ['X'])", "estimator-syntax")]
    [InlineData("Estimator(command=\"a\" + b)", "estimator-syntax")]
    [InlineData("Estimator(command='open", "estimator-syntax")]
    [InlineData("Estimator(instance_count=\"two\")", "estimator-shape")]
    [InlineData("Estimator(hyperparameters=[1])", "estimator-shape")]
    [InlineData("Estimator(vpc_id=\"x\")", "estimator-ignored")]
    public void What_cannot_be_read_is_said_and_nothing_is_run(string text, string rule) => Assert.Equal([rule], EstimatorReader.Read(text).Findings.Select(finding => finding.Rule));

    [Fact]
    public void The_channels_may_be_those_of_fit() => Assert.Equal(
        ["train"], EstimatorReader.Read("Estimator(command=['python', 'a b.py']).fit(inputs={'train': 'oss://b/x/'})").Call!.InputChannels.Select(pair => pair.Key));

    [Fact]
    public void Any_text_is_survived() => CsCheck.Check.Sample(CsCheck.Gen.String, text => EstimatorReader.Read("Estimator(" + text));
}
