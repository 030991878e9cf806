using System.Net;
using System.Text.Json;
using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Dsw;
using PaiConsole.Emulator.Eas;
using PaiConsole.Emulator.Spec;
using PaiConsole.Emulator.Tests.Eas;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.Demo;

/// <summary>Everything in the demo world could have been made over the API, and is answered as documented.</summary>
public sealed class DemoConformanceTests
{
    [Fact]
    public async Task Every_list_and_every_object_answers_as_documented()
    {
        await using var cloud = await DemoCloud.StartAsync();
        foreach (var page in (int[])[1, 2, 3])
            await Ok(cloud.Dlc("ListJobs", new { PageSize = 100, PageNumber = page, StartTime = "2020-01-01T00:00:00Z" }));
        await Ok(cloud.Dsw("ListInstances", new { PageSize = 100 }));
        await Ok(cloud.Eas("ListServices", new { PageSize = 100 }));
        await Ok(cloud.Eas("ListGroups"));
        foreach (var list in (string[])["ListWorkspaces", "ListImages", "ListDatasets"])
            await Ok(cloud.Call(Product.AiWorkspace, list, new { PageSize = 50 }));

        var (jobs, notebooks, services) = cloud.World.Do(() => (
            cloud.World.Jobs.Ordered.Select(j => j.Id).ToList(),
            cloud.World.Notebooks.All.Select(n => n.Id).ToList(),
            cloud.World.Services.All.Select(s => s.Name).ToList()));
        foreach (var id in jobs)
            await Ok(cloud.Dlc("GetJob", new { JobId = id, NeedDetail = true }));
        foreach (var id in jobs.TakeLast(40))
            await Ok(cloud.Dlc("GetJobEvents", new { JobId = id }));
        foreach (var id in notebooks)
            await Ok(cloud.Dsw("GetInstance", new { InstanceId = id }));
        foreach (var name in services)
        {
            await Ok(cloud.Service(name));
            await Ok(cloud.Eas("ListServiceInstances", EasExamples.Of(name)));
            await Ok(cloud.Eas("DescribeServiceLog", EasExamples.Of(name)));
        }

        static async Task Ok(Task<Answer> call)
        {
            var answer = await call;
            Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToString());
        }
    }

    [Fact]
    public void Every_request_is_one_that_the_products_accept()
    {
        var world = DemoCloud.Sown(DemoCloud.Wednesday);
        world.Advance(TimeSpan.FromHours(6));
        foreach (var job in world.Jobs.Ordered)
        {
            JobRules.Check(job.Request.Body);
            Accepted(Product.Dlc, "CreateJob", job.Request.Body);
        }

        foreach (var plan in World.Demo.NotebookPlan.All)
        {
            var body = World.Demo.DemoNotebooks.Body(world, plan);
            NotebookRules.Check(body, creating: true);
            Accepted(Product.Dsw, "CreateInstance", body);
        }

        foreach (var service in world.Services.All)
            ServiceRules.Check(service.Document);
    }

    [Fact]
    public void A_manifest_finds_its_claim_and_a_matching_image()
    {
        var world = DemoCloud.Sown(DemoCloud.Wednesday);
        Assert.StartsWith("oss://", Assert.Single(world.Assets.Datasets, d => d.Name == "oss-pvc").Uri, StringComparison.Ordinal);
        Assert.Contains(world.Assets.Images, i => i.Uri.Contains("pytorch2.3", StringComparison.Ordinal) && i.Uri.Contains("-gpu-py310-cu12", StringComparison.Ordinal));
    }

    private static void Accepted(string product, string name, JsonElement body)
    {
        var spec = SpecLibrary.Get(product, name);
        List<string> faults = [];
        new SchemaCheck(spec.Resolve, unknownFields: true, enums: true).Check(body, spec.Body!.Value, "", faults);
        Assert.Equal([], faults);
    }
}
