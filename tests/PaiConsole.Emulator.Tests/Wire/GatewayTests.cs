using System.Net;
using PaiConsole.Emulator.Spec;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.Wire;

public sealed class GatewayTests
{
    [Fact]
    public async Task A_wrong_secret_gets_the_gateways_error_shape()
    {
        await using var cloud = await TestCloud.StartAsync();
        var answer = await cloud.Send(TestSigner.Sign(HttpMethod.Get, cloud.Host.Url, "/api/v1/jobs", [], null, "ListJobs", "2020-12-03", secret: "wrong"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("SignatureDoesNotMatch", answer.Code);
        Assert.NotNull(answer.Text("RequestId"));
        Assert.NotNull(answer.Text("HostId"));
    }

    [Fact]
    public async Task A_temporary_credential_with_its_token_is_tolerated()
    {
        await using var cloud = await TestCloud.StartAsync();
        var answer = await cloud.Send(TestSigner.Sign(HttpMethod.Get, cloud.Host.Url, "/api/v1/jobs", [], null, "ListJobs", "2020-12-03", securityToken: "CAIS/+=="));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task A_stale_date_and_a_reused_nonce_are_refused_over_http()
    {
        await using var cloud = await TestCloud.StartAsync();
        HttpRequestMessage Ask(DateTimeOffset? date, string nonce) =>
            TestSigner.Sign(HttpMethod.Get, cloud.Host.Url, "/api/v1/jobs", [], null, "ListJobs", "2020-12-03", date: date, nonce: nonce);
        Assert.Equal("InvalidTimeStamp.Expired", (await cloud.Send(Ask(TimeProvider.System.GetUtcNow().AddMinutes(-20), "n1"))).Code);
        Assert.Equal(HttpStatusCode.OK, (await cloud.Send(Ask(null, "n2"))).Status);
        Assert.Equal("SignatureNonceUsed", (await cloud.Send(Ask(null, "n2"))).Code);
    }

    [Fact]
    public async Task The_date_header_says_world_time_while_signatures_follow_the_real_clock()
    {
        await using var cloud = await TestCloud.StartAsync();
        cloud.Pass(40 * 86400);
        var answer = await cloud.Dlc("ListJobs");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.InRange(answer.Http.Headers.Date!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromDays(39.9), TimeSpan.FromDays(40.1));
    }

    [Fact]
    public async Task A_documented_operation_that_is_not_implemented_is_named()
    {
        await using var cloud = await TestCloud.StartAsync();
        var answer = await cloud.Dlc("ListTensorboards");
        Assert.Equal(HttpStatusCode.NotImplemented, answer.Status);
        Assert.Contains("ListTensorboards", answer.Text("Message")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_path_and_a_contradicting_action_are_named()
    {
        await using var cloud = await TestCloud.StartAsync();
        var unknown = await cloud.Send(TestSigner.Sign(HttpMethod.Get, cloud.Host.Url, "/api/v9/nothing", [], null, "Nothing", "2020-12-03"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("/api/v9/nothing", unknown.Text("Message")!, StringComparison.Ordinal);
        var contradicting = await cloud.Send(TestSigner.Sign(HttpMethod.Get, cloud.Host.Url, "/api/v1/jobs", [], null, "GetJob", "2020-12-03"));
        Assert.Equal("InvalidAction", contradicting.Code);
    }

    [Fact]
    public async Task Strict_mode_lists_every_fault_of_a_request_at_once()
    {
        await using var cloud = await TestCloud.StartAsync();
        var answer = await cloud.Dlc("ListJobs", new { PageSize = "many", Stattus = "Running", Status = "Sleeping" });
        Assert.Equal("InvalidParameter", answer.Code);
        Assert.All(["PageSize", "Stattus", "Sleeping"], word => Assert.Contains(word, answer.Text("Message")!, StringComparison.Ordinal));

        var body = Examples.Job();
        body["Comand"] = "x";
        body["Priority"] = "high";
        body.Remove("JobType");
        var create = await cloud.Dlc("CreateJob", body: body);
        Assert.All(["Comand", "Priority", "JobType is required"], word => Assert.Contains(word, create.Text("Message")!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_strict_mode_unknown_parameters_are_ignored()
    {
        await using var cloud = await TestCloud.StartAsync(o => o.Strict = false);
        Assert.Equal(HttpStatusCode.OK, (await cloud.Dlc("ListJobs", new { Stattus = "Running" })).Status);
    }

    [Fact]
    public async Task Dsw_wraps_its_errors_in_its_own_envelope()
    {
        await using var cloud = await TestCloud.StartAsync();
        var answer = await cloud.Dsw("GetInstance", new { InstanceId = "dsw-none" });
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("ValidationError", answer.Code);
        Assert.Equal("False", answer.Text("Success"));
        Assert.Equal("404", answer.Text("HttpStatusCode"));
        Assert.Null(answer.Text("HostId"));
    }

    [Fact]
    public void Two_products_with_the_same_operation_name_are_told_apart_by_path()
    {
        Assert.Equal(Product.Dlc, RoaRouter.Find("GET", "/api/v1/ecsspecs", "ListEcsSpecs", "2020-12-03").Operation.Product);
        Assert.Equal(Product.Dsw, RoaRouter.Find("GET", "/api/v2/ecsspecs", "ListEcsSpecs", "2022-01-01").Operation.Product);
    }

    [Fact]
    public void Path_parameters_are_decoded()
    {
        var route = RoaRouter.Find("GET", "/api/v1/jobs/d%20%E6%95%B0%2F1", null, null);
        Assert.Equal("d 数/1", route.PathValues["JobId"]);
    }

    [Fact]
    public void Flattened_json_and_csv_parameters_are_understood()
    {
        List<string> faults = [];
        QueryCheck.Check(SpecLibrary.Get(Product.Dlc, "ListJobs"), WireQuery.Parse("Tags.team=nlp&Tags=%7B%22team%22%3A%22nlp%22%7D"), true, faults);
        QueryCheck.Check(SpecLibrary.Get(Product.Ecs, "DescribePrice"), WireQuery.Parse("RegionId=cn-shanghai&ResourceType=instance&DataDisk.1.Size=100&SystemDisk.Category=cloud_essd"), true, faults);
        Assert.Equal([], faults);
        QueryCheck.Check(SpecLibrary.Get(Product.Ecs, "DescribePrice"), WireQuery.Parse("RegionId=cn-shanghai&DataDisk.1.Siez=100&DataDisk.x.Size=1"), true, faults);
        Assert.Equal(2, faults.Count);
    }
}
