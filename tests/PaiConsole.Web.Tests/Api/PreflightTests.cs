using System.Net;
using System.Text.Json;

namespace PaiConsole.Web.Tests.Api;

/// <summary>Findings come with what can be done about them, and the text's own jobs go from paste to success by REST alone.</summary>
public sealed class PreflightTests(ConsoleUnderTest console)
{
    private const string Estimator =
        """
        est = Estimator(
            image_uri="pai-image-pytorch:2.3-gpu-py310-cu124",
            command="torchrun --nproc_per_node=4 train_sft.py",
            instance_type="ecs.gn7i-c16g1.4xlarge",  # 4x A10 per node
            instance_count=2,
            source_dir="./training_code/",
            hyperparameters={"model_name_or_path": "/mnt/data/models/Qwen2.5-7B", "num_train_epochs": 3, "learning_rate": 2e-5, "bf16": True},
            input_channels={"data": "oss://my-bucket/datasets/sft-v1/", "model": "oss://my-bucket/models/Qwen2.5-7B/"},
            output_path="oss://my-bucket/checkpoints/",
            spot_instance=True,
        )
        """;

    [Fact]
    public async Task The_estimator_of_the_text_is_refused_repaired_and_runs_to_its_end()
    {
        var before = await CreatesAsync();
        var refused = await console.Operator.PostAsync("/api/v1/jobs", Estimator, type: "text/x-python");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var dry = await console.Operator.PostAsync("/api/v1/jobs?dryRun=true", Estimator, type: "text/x-python");
        Assert.Contains("nproc-exceeds-gpus", Rules(dry));
        Assert.Equal(before, await CreatesAsync());

        for (var i = 0; i < 20 && Errors(dry).FirstOrDefault() is { ValueKind: JsonValueKind.Object } error; i++)
        {
            var repaired = error.GetProperty("repairs").EnumerateArray().Last().GetProperty("spec").GetRawText();
            dry = await console.Operator.PostAsync("/api/v1/jobs?dryRun=true", repaired);
            Assert.Equal(HttpStatusCode.OK, dry.Status);
        }
        Assert.Empty(Errors(dry));
        Assert.Equal(before, await CreatesAsync());
        Assert.Equal(1, dry.Body.GetProperty("request").GetProperty("JobSpecs")[0].GetProperty("SpotSpec").GetProperty("SpotDiscountLimit").GetDouble());

        var sent = await console.Operator.PostAsync("/api/v1/jobs", dry.Body.GetProperty("spec").GetRawText());
        Assert.True(sent.Status == HttpStatusCode.Accepted, $"{sent.Status} {sent.Body}");
        var operation = await console.Viewer.EventuallyAsync($"/api/v1/operations/{sent.Text("id")}", body => body.GetProperty("status").GetString() is "Confirmed" or "Failed" or "TimedOut");
        Assert.Equal("Confirmed", operation.GetProperty("status").GetString());
        await console.Viewer.EventuallyAsync($"/api/v1/jobs/{operation.GetProperty("target").GetProperty("id").GetString()}", body => body.GetProperty("status").GetString() == "Succeeded");
        Assert.Equal(before + 1, await CreatesAsync());
    }

    [Fact]
    public async Task What_is_known_of_a_run_is_weighed_and_never_sent()
    {
        var dry = await console.Operator.PostAsync("/api/v1/jobs?dryRun=true", $$"""
            {
              "name": "plan", "command": "torchrun --nproc_per_node=1 /mnt/data/t.py --batch_size=4 --gradient_accumulation_steps=4 --epochs=3 --save_steps=5000", "image": "{{Specs.Image}}",
              "roles": [{ "type": "Worker", "count": 1, "sku": "ecs.gn7i-c8g1.2xlarge", "restartPolicy": "Never" }], "data": [{ "uri": "oss://b/x/", "mountPath": "/mnt/data" }],
              "spot": { "priceLimitPerMinute": 0.1 }, "code": { "id": "code-1", "mountPath": "/mnt/code", "branch": "main" },
              "plan": { "samples": 10000, "secondsPerStep": 4, "restartMinutes": 5, "script": "canary_of_the_script" }
            }
            """);
        Assert.Equal(HttpStatusCode.OK, dry.Status);
        var request = dry.Body.GetProperty("request");
        Assert.DoesNotContain("canary_of_the_script", request.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(0.1, request.GetProperty("JobSpecs")[0].GetProperty("SpotSpec").GetProperty("SpotPriceLimit").GetDouble());
        Assert.Equal("Never", request.GetProperty("JobSpecs")[0].GetProperty("RestartPolicy").GetString());
        Assert.Equal("main", request.GetProperty("CodeSource").GetProperty("Branch").GetString());
        Assert.Equal("1875", dry.Body.GetProperty("facts").EnumerateArray().Single(fact => fact.GetProperty("key").GetString() == "total-steps").GetProperty("value").GetString());
        Assert.Contains("checkpoint-after-end", Rules(dry));
        Assert.True(dry.Body.GetProperty("survival").GetProperty("firstCheckpointAfterEnd").GetBoolean());
        // How often machines are taken back is not known here, so neither are the odds.
        Assert.Equal("unknown", dry.Body.GetProperty("survival").GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_at_its_field()
    {
        var answer = await console.Operator.PostAsync("/api/v1/jobs", """
            {
              "name": "", "type": "pytorchjob", "command": "", "image": "", "roles": [{ "type": "Worker", "count": 0, "sku": "ecs.none", "restartPolicy": "sometimes" }],
              "data": [{ "mountPath": "etc" }], "priority": 12, "maxRunningMinutes": 0, "spot": { "discountLimit": 80 }, "env": { "1A": "x" }, "code": { "id": "main", "mountPath": "code" }
            }
            """);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        var fields = answer.Body.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "error").Select(finding => finding.GetProperty("field").GetString()).ToHashSet();
        Assert.Superset(
            new HashSet<string?> { "name", "command", "image", "roles[0].count", "roles[0].sku", "roles[0].restartPolicy", "data[0]", "data[0].mountPath", "priority", "maxRunningMinutes", "spot.discountLimit", "env.1A", "code.id", "code.mountPath" },
            fields);
    }

    // By its name: other tests submit jobs of their own meanwhile.
    private async Task<int> CreatesAsync() => (await console.Viewer.GetAsync("/api/v1/jobs?q=train_sft")).Body.GetProperty("total").GetInt32();

    private static IEnumerable<string?> Rules(Answer answer) => answer.Body.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("rule").GetString());

    private static IEnumerable<JsonElement> Errors(Answer answer) =>
        answer.Body.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "error");
}
