using PaiConsole.Cloud.AiWorkspace;
using PaiConsole.Cloud.Dlc;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Cloud.Eas;
using PaiConsole.Emulator.Tests.Eas;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.ConsoleClient;

/// <summary>The lived-in world has objects in every state and with every optional part: each of their answers is documented and read whole.</summary>
public sealed class DemoWorldTests
{
    private static CancellationToken Ct => ClientUnderTest.Ct;

    [Fact]
    public async Task Jobs()
    {
        await using var client = await Demo(Product.Dlc);
        var api = client.Get<IDlcApi>();
        var page = await client.Whole(api.ListJobsAsync(new() { StartTime = client.Cloud.World.Now.AddDays(-40), PageSize = 100 }, Ct));
        Assert.NotEmpty(page.Jobs!);
        foreach (var listed in page.Jobs!.GroupBy(j => j.Status).SelectMany(g => g.Take(3)))
        {
            var job = await client.Whole(api.GetJobAsync(listed.JobId!, true, Ct));
            await client.Whole(api.GetJobEventsAsync(job.JobId!, null, null, null, Ct));
            foreach (var pod in (job.Pods ?? []).Take(1))
            {
                await client.Whole(api.GetPodLogsAsync(job.JobId!, pod.PodId!, null, client.Cloud.World.Now.AddDays(-40), null, 100, Ct));
                await client.Whole(api.GetPodEventsAsync(job.JobId!, pod.PodId!, null, null, null, null, Ct));
            }
        }
    }

    [Fact]
    public async Task Notebooks()
    {
        await using var client = await Demo(Product.Dsw);
        var api = client.Get<IDswApi>();
        var page = await client.Whole(api.ListInstancesAsync(new() { PageSize = 100 }, Ct));
        Assert.NotEmpty(page.Instances!);
        foreach (var notebook in page.Instances!)
        {
            await client.Whole(api.GetInstanceAsync(notebook.InstanceId!, Ct));
            await client.Whole(api.GetInstanceEventsAsync(notebook.InstanceId!, new(), Ct));
            await client.Whole(api.GetInstanceMetricsAsync(notebook.InstanceId!, new() { MetricType = "CpuCoreUsage" }, Ct));
        }
    }

    [Fact]
    public async Task Services_and_groups()
    {
        await using var client = await Demo(Product.Eas);
        var api = client.Get<IEasApi>();
        var page = await client.Whole(api.ListServicesAsync(new() { PageSize = 100 }, Ct));
        Assert.NotEmpty(page.Services!);
        foreach (var name in page.Services!.Select(s => s.ServiceName!))
        {
            await client.Whole(api.DescribeServiceAsync(EasExamples.Region, name, Ct));
            await client.Whole(api.ListServiceInstancesAsync(EasExamples.Region, name, new(), Ct));
            await client.Whole(api.DescribeServiceLogAsync(EasExamples.Region, name, new() { PageSize = 50 }, Ct));
            await client.Whole(api.DescribeServiceEventAsync(EasExamples.Region, name, new(), Ct));
        }

        await client.Whole(api.ListGroupsAsync(new() { PageSize = 100 }, Ct));
    }

    [Fact]
    public async Task Assets()
    {
        await using var client = await Demo(Product.AiWorkspace);
        var api = client.Get<IAiWorkspaceApi>();
        await client.Whole(api.ListWorkspacesAsync(new() { PageSize = 100 }, Ct));
        await client.Whole(api.ListImagesAsync(new() { Verbose = true, PageSize = 100 }, Ct));
        Assert.NotEmpty((await client.Whole(api.ListDatasetsAsync(new() { PageSize = 100 }, Ct))).Datasets!);
    }

    private static Task<ClientUnderTest> Demo(string product) => ClientUnderTest.StartAsync(product, o => o.Seed = "demo");
}
