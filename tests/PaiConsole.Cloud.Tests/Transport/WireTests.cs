using System.Text.Json.Nodes;
using PaiConsole.Cloud.AiWorkspace;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Cloud.Eas;
using PaiConsole.Cloud.Ecs;
using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Tests.Transport;

/// <summary>What goes out and how forgivingly answers are read.</summary>
public sealed class WireTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public void Flattens_arrays_and_objects_and_keeps_empty_text()
    {
        var query = JsonNode.Parse("""{"Filter":"","Gone":null,"Yes":true,"N":1.5,"Ids":["a b","c"],"Nested":[{"Key":"k1","Value":""}],"Disk":{"Size":40}}""");
        Assert.Equal("Filter=&Yes=true&N=1.5&Ids.1=a%20b&Ids.2=c&Nested.1.Key=k1&Nested.1.Value=&Disk.Size=40", WireQuery.Encode(WireQuery.Flatten(query)));
    }

    [Fact]
    public async Task Sends_list_queries_as_documented()
    {
        using var cloud = new Cloud(options => options.Region = "cn-beijing").Answers(200, "{}").Answers(200, "{}").Answers(200, "{}").Answers(200, "{}").Answers(200, "{}").Answers(200, "{}");
        var noon = new DateTimeOffset(2026, 1, 2, 20, 0, 0, TimeSpan.FromHours(8));
        await cloud.Run(cloud.Get<IDlcApi>().ListJobsAsync(
            new() { JobIds = ["a", "b"], Tags = new Dictionary<string, string> { ["team"] = "nlp" }, FromAllWorkspaces = true, StartTime = noon, PageNumber = 2 }, None));
        await cloud.Run(cloud.Get<IDswApi>().ListInstancesAsync(new() { InstanceName = "实验 a/b*", Order = "ASC" }, None));
        await cloud.Run(cloud.Get<IEasApi>().DescribeServiceLogAsync("cn-beijing", "svc", new() { StartTime = noon, PageNum = 1 }, None));
        await cloud.Run(cloud.Get<IAiWorkspaceApi>().ListImagesAsync(new() { Labels = new Dictionary<string, string> { ["a.b"] = "x", ["c"] = "true" } }, None));
        await cloud.Run(cloud.Get<IEcsApi>().DescribePriceAsync(
            new() { RegionId = "cn-beijing", InstanceType = "ecs.g7.large", SystemDisk = new() { Category = "cloud_essd", Size = 40 }, DataDisk = [new() { Size = 100 }] }, None));
        await cloud.Run(cloud.Get<IDlcApi>().GetPodLogsAsync("dlc1", "dlc1-worker-0", "uid", noon, null, 100, None));

        Assert.Equal(
            [
                "https://pai-dlc.cn-beijing.aliyuncs.com/api/v1/jobs?FromAllWorkspaces=true&JobIds=a%2Cb&Tags=%7B%22team%22%3A%22nlp%22%7D&StartTime=2026-01-02T12%3A00%3A00Z&PageNumber=2",
                "https://pai-dsw.cn-beijing.aliyuncs.com/api/v2/instances?InstanceName=%E5%AE%9E%E9%AA%8C%20a%2Fb%2A&Order=ASC",
                "https://pai-eas.cn-beijing.aliyuncs.com/api/v2/services/cn-beijing/svc/logs?StartTime=2026-01-02%2012%3A00%3A00&PageNum=1",
                "https://aiworkspace.cn-beijing.aliyuncs.com/api/v1/images?Labels=a.b%3Dx%2Cc%3Dtrue",
                "https://ecs.cn-beijing.aliyuncs.com/?RegionId=cn-beijing&InstanceType=ecs.g7.large&SystemDisk.Category=cloud_essd&SystemDisk.Size=40&DataDisk.1.Size=100",
                "https://pai-dlc.cn-beijing.aliyuncs.com/api/v1/jobs/dlc1/pods/dlc1-worker-0/logs?PodUid=uid&StartTime=2026-01-02T12%3A00%3A00Z&MaxLines=100",
            ],
            cloud.Attempts.Select(attempt => attempt.Url));
        Assert.Equal("POST", cloud.Attempts[4].Method);
        Assert.Equal("DescribePrice", cloud.Attempts[4].Headers["x-acs-action"]);
    }

    [Fact]
    public async Task Sends_bodies_with_exact_names_and_without_nulls()
    {
        using var cloud = new Cloud().Answers(200, "{}").Answers(200, "{}").Answers(200, "{}");
        await cloud.Run(cloud.Get<IDswApi>().CreateInstanceShutdownTimerAsync("dsw-1", new() { DueTime = DateTimeOffset.UnixEpoch }, None));
        await cloud.Run(cloud.Get<IEasApi>().CreateServiceAutoScalerAsync("r", "s", new() { Min = 0, Max = 4, ScaleStrategies = [new() { MetricName = "qps", Threshold = 10 }] }, None));
        await cloud.Run(cloud.Get<IEasApi>().CreateServiceAsync(new JsonObject { ["name"] = "s" }, "268", new Dictionary<string, string> { ["team"] = "nlp" }, None));
        Assert.Equal(
            ["""{"DueTime":"1970-01-01T00:00:00Z"}""", """{"min":0,"max":4,"scaleStrategies":[{"metricName":"qps","threshold":10}]}""", """{"name":"s"}"""],
            cloud.Attempts.Select(attempt => attempt.Body));
        Assert.EndsWith("?WorkspaceId=268&Labels=%7B%22team%22%3A%22nlp%22%7D", cloud.Attempts[2].Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_what_it_can_of_an_answer_that_drifted()
    {
        using var cloud = new Cloud().Answers(200, """
            {"TotalCount":"2","New":{"x":1},"Jobs":[
              {"JobId":"a","Status":"Levitating","Priority":"7","Duration":1e99,"RestartTimes":3,"NodeCount":2,"GmtCreateTime":"2026-01-02T03:04:05.123Z","GmtFinishTime":"","UseOversoldResource":"true","Settings":"none","Pods":{"odd":[]},"Envs":{"N":1}},
              {"JobId":42,"Status":null,"JobSpecs":[{"PodCount":"2"},"odd"],"GmtCreateTime":"yesterday"}]}
            """);
        var page = await cloud.Run(cloud.Get<IDlcApi>().ListJobsAsync(new(), None));
        Assert.Equal(2, page.TotalCount);
        var (first, second) = (page.Jobs![0], page.Jobs[1]);
        Assert.Equal(("a", "Levitating", 7, "3", "2", true), (first.JobId, first.Status, first.Priority, first.RestartTimes, first.NodeCount, first.UseOversoldResource));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 123, TimeSpan.Zero), first.GmtCreateTime);
        Assert.Null(first.GmtFinishTime);
        Assert.Null(first.Duration);
        Assert.Null(first.Settings);
        Assert.Null(first.Pods);
        Assert.Equal("1", first.Envs!["N"]);
        Assert.Equal(("42", null, 2L, null), (second.JobId, second.Status, Assert.Single(second.JobSpecs!).PodCount, second.GmtCreateTime));
    }

    [Theory]
    [InlineData("2021-01-12T14:36:01Z", "2021-01-12T14:36:01")]
    [InlineData("2021-01-12T14:36:01.000Z", "2021-01-12T14:36:01")]
    [InlineData("2021-01-12T22:36:01+08:00", "2021-01-12T14:36:01")]
    [InlineData("2021-01-12 14:36:01", "2021-01-12T14:36:01")]
    [InlineData("", null)]
    [InlineData("soon", null)]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData(null, null)]
    public void Reads_times(string? text, string? utc) =>
        Assert.Equal(utc, PaiConsole.Cloud.Transport.Json.WireTime.Parse(text)?.ToString("s"));

    [Fact]
    public async Task Reads_json_and_xml_errors_in_either_casing()
    {
        using var cloud = new Cloud()
            .Answers(404, """{"code":"InstanceNotFound","message":"gone","requestId":"r1"}""")
            .Answers(403, "<?xml version='1.0'?><Error><Code>Forbidden.RAM</Code><Message>no</Message><RequestId>r2</RequestId></Error>", type: "text/xml")
            .Answers(200, """{"Success":false,"Code":"ValidationError","Message":"bad","HttpStatusCode":400,"RequestId":"r3"}""")
            .Answers(302, "");
        var api = cloud.Get<IDswApi>();
        async Task<PaiApiException> Fault() => await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(api.GetInstanceAsync("dsw-1", None)));
        var (missing, denied, envelope, redirect) = (await Fault(), await Fault(), await Fault(), await Fault());
        Assert.Equal(("InstanceNotFound", "gone", "r1", true), (missing.Code, missing.CloudMessage, missing.RequestId, missing.IsNotFound));
        Assert.Equal(("Forbidden.RAM", "r2", true), (denied.Code, denied.RequestId, denied.IsDenied));
        Assert.Equal(("ValidationError", 400, "r3"), (envelope.Code, envelope.HttpStatus, envelope.RequestId));
        Assert.Equal(("Http302", 302), (redirect.Code, redirect.HttpStatus));
        Assert.Equal(4, cloud.Attempts.Count);
    }

    [Fact]
    public async Task An_answer_cannot_bring_entities_or_hang_on_xml()
    {
        using var cloud = new Cloud().Answers(400, "<!DOCTYPE x [<!ENTITY a 'b'>]><Error><Code>&a;</Code></Error>", type: "text/xml");
        var fault = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IDswApi>().GetInstanceAsync("dsw-1", None)));
        Assert.Equal("Http400", fault.Code);
    }
}
