using System.Net;
using System.Text.Json.Nodes;

namespace PaiConsole.Web.Tests.Api;

/// <summary>Runs after everything else, so that whatever the emulator hears meanwhile was heard because of it.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;

/// <summary>What is wrong with a notebook is told at its field, and the cloud hears nothing of it.</summary>
[Collection("alone")]
public sealed class NotebookBadInputTests(ConsoleUnderTest console)
{
    private const string Good =
        """
        { "name": "bad_input", "sku": "ecs.gn7i-c8g1.2xlarge", "image": "team-registry-vpc.cn-shanghai.cr.aliyuncs.com/ml/torch:2.6-gpu",
          "idleRule": { "cpuPercent": 10, "gpuPercent": 5, "minutes": 60 } }
        """;

    [Theory]
    [InlineData("name", "\"\"", "name")]
    [InlineData("name", "\"bad-input\"", "name")]
    [InlineData("name", "\"bad_input_of_28_letters_long\"", "name")]
    [InlineData("name", "\"坏输入\"", "name")]
    [InlineData("sku", "\"\"", "sku")]
    [InlineData("sku", "\"ecs.gn9z.large\"", "sku")]
    [InlineData("sku", "\"ml.p3.2xlarge\"", "sku")]
    [InlineData("sku", "\"ecs.gn7e-c12g1.3xlarge\"", "sku")]
    [InlineData("sku", "\"ecs.gn8v-c8g1.2xlarge\"", "sku")]
    [InlineData("sku", "\"ecs.gn8v.4xlarge\"", "sku")]
    [InlineData("image", "\"\"", "image")]
    [InlineData("image", "\"image-gone\"", "image")]
    [InlineData("image", "\"team/torch:2.6\"", "image")]
    [InlineData("image", "\"team-registry.cn-shanghai.cr.aliyuncs.com/ml/torch\"", "image")]
    [InlineData("image", "\"https://team-registry.cn-shanghai.cr.aliyuncs.com/ml/torch:2.6\"", "image")]
    [InlineData("image", "\"team-registry.cn-shanghai.cr.aliyuncs.com/ml/torch:2.6-cpu\"", "image")]
    [InlineData("data", """[{ "uri": "oss://b/", "mountPath": "" }]""", "data[0].mountPath")]
    [InlineData("data", """[{ "uri": "oss://b/", "mountPath": "data" }]""", "data[0].mountPath")]
    [InlineData("data", """[{ "uri": "oss://b/", "mountPath": "/usr/lib" }]""", "data[0].mountPath")]
    [InlineData("data", """[{ "uri": "oss://a/", "mountPath": "/mnt/a" }, { "uri": "oss://b/", "mountPath": "/mnt/a/b" }]""", "data[1].mountPath")]
    [InlineData("data", """[{ "uri": "oss://a/", "mountPath": "/mnt/a" }, { "uri": "oss://a", "mountPath": "/mnt/b" }]""", "data[1]")]
    [InlineData("data", """[{ "mountPath": "/mnt/a" }]""", "data[0]")]
    [InlineData("data", """[{ "uri": "s3://b/", "mountPath": "/mnt/a" }]""", "data[0].uri")]
    [InlineData("data", """[{ "uri": "oss:///a", "mountPath": "/mnt/a" }]""", "data[0].uri")]
    [InlineData("idleRule", """{ "cpuPercent": 0, "gpuPercent": 5, "minutes": 60 }""", "idleRule.cpuPercent")]
    [InlineData("idleRule", """{ "cpuPercent": 10, "gpuPercent": 101, "minutes": 60 }""", "idleRule.gpuPercent")]
    [InlineData("idleRule", """{ "cpuPercent": 10, "gpuPercent": 5, "minutes": -1 }""", "idleRule.minutes")]
    [InlineData("idleRule", """{ "cpuPercent": 10, "gpuPercent": 5, "minutes": 600000 }""", "idleRule.minutes")]
    [InlineData("env", """{ "1ST": "x" }""", "env.1ST")]
    [InlineData("env", """{ "PATH": "/x" }""", "env.PATH")]
    [InlineData("workspaceId", "\"404\"", "workspaceId")]
    public async Task One_thing_wrong_is_one_message_at_its_field_and_nothing_is_sent(string member, string value, string field)
    {
        var before = Sent;
        var body = JsonNode.Parse(Good)!;
        body[member] = JsonNode.Parse(value);

        var answer = await console.Operator.PostAsync("/api/v1/notebooks", body.ToJsonString());

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.Status, answer.ContentType));
        var errors = answer.Body.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("severity").GetString() == "error").ToList();
        Assert.Equal(field, Assert.Single(errors).GetProperty("field").GetString());
        Assert.NotEmpty(errors[0].GetProperty("fix").GetString()!);
        await NothingWasSentAsync(before);
    }

    [Theory]
    [InlineData("""{ "A": "1", "A": "2" }""", "env.A is given twice")]
    [InlineData("""{ "A": 1 }""", "env.A is a text")]
    public async Task What_JSON_itself_forbids_is_named_too(string env, string says)
    {
        var before = Sent;
        var answer = await console.Operator.PostAsync("/api/v1/notebooks", Good.Replace("\"name\":", $"\"env\": {env}, \"name\":", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(answer.Errors, error => error.Contains(says, StringComparison.Ordinal));
        await NothingWasSentAsync(before);
    }

    private int Sent => console.Emulator.World.Requests.List("CreateInstance").Count;

    private async Task NothingWasSentAsync(int before)
    {
        Assert.Equal(0, (await console.Admin.GetAsync("/api/v1/operations?q=bad")).Body.GetProperty("total").GetInt32());
        Assert.Equal(before, Sent);
    }
}
