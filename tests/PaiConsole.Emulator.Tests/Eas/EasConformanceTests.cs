using System.Net;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.Eas;

/// <summary>Calls every implemented operation of EAS, AIWorkSpace and ECS; <see cref="TestCloud"/> holds each answer against the specification.</summary>
public sealed class EasConformanceTests
{
    [Fact]
    public async Task Every_operation_answers_as_documented()
    {
        await using var cloud = await TestCloud.StartAsync();
        HashSet<(string, string)> done = [];
        async Task<Answer> Do(string name, object? query = null, object? body = null, string product = Product.Eas)
        {
            var answer = await cloud.Call(product, name, query, body);
            Assert.True(answer.Status == HttpStatusCode.OK, $"{name}: {answer.Body}");
            done.Add((product, name));
            return answer;
        }

        Dictionary<string, string> group = new() { ["ClusterId"] = EasExamples.Region, ["GroupName"] = "qwen" };
        var service = EasExamples.Of("qwen_stable");
        object Rule(int max, string metric = "cpu") => new { min = 1, max, scaleStrategies = new[] { new { metricName = metric, threshold = 80.5 } }, behavior = new { scaleDown = new { stabilizationWindowSeconds = 60 } } };
        await Do("CreateGroup", body: new { Name = "qwen", Labels = new { team = "nlp" }, Network = new { VpcId = "vpc-1" } });
        await Do("CreateService", new { WorkspaceId = "268", Labels = "{\"stage\":\"prod\"}" }, EasExamples.Vllm("qwen_stable", instance: 2, group: "qwen", spot: 8));
        cloud.Pass(200);
        await Do("DescribeService", service);
        await Do("ListServices", new { GroupName = "qwen", ServiceType = "Standard", ResourceType = "PublicResource" });
        await Do("ListServiceInstances", service);
        await Do("DescribeServiceLog", EasExamples.Of("qwen_stable", ("Keyword", "Loading")));
        await Do("DescribeServiceEvent", EasExamples.Of("qwen_stable", ("PageSize", "5")));
        await Do("CreateServiceAutoScaler", service, Rule(4, "gpu[util]"));
        await Do("DescribeServiceAutoScaler", service);
        await Do("UpdateServiceAutoScaler", service, Rule(3));
        await Do("DeleteServiceAutoScaler", service);
        await Do("ReleaseService", service, new { TrafficState = "grouping", Weight = 100 });
        await Do("UpdateGroup", group, new { TrafficMode = "customized" });
        await Do("DescribeGroup", group);
        await Do("ListGroups", new { TrafficMode = "customized" });
        await Do("ScaleService", service, new { Instance = 1 });
        cloud.Pass(60);
        await Do("UpdateService", service, new { metadata = new { disk = "50Gi" } });
        await Do("ListServiceInstances", service);
        cloud.Pass(200);
        await Do("RestartService", service);
        cloud.Pass(200);
        await Do("StopService", service);
        cloud.Pass(30);
        await Do("StartService", service);
        cloud.Pass(200);
        await Do("DeleteService", service);
        cloud.Pass(30);
        await Do("CreateGroup", body: new { Name = "empty" });
        await Do("DeleteGroup", new { ClusterId = EasExamples.Region, GroupName = "empty" });
        await Do("ListWorkspaces", product: Product.AiWorkspace);
        await Do("ListImages", new { Verbose = true }, product: Product.AiWorkspace);
        await Do("ListDatasets", product: Product.AiWorkspace);
        await Do("DescribePrice", new { RegionId = EasExamples.Region, InstanceType = EasExamples.Sku }, product: Product.Ecs);
        await Do("DescribeInstanceTypes", product: Product.Ecs);
        await Do("DescribeSpotPriceHistory", new { RegionId = EasExamples.Region, InstanceType = EasExamples.Sku, NetworkType = "vpc" }, product: Product.Ecs);

        string[] mine = [Product.Eas, Product.AiWorkspace, Product.Ecs];
        Assert.Equal(WireSurface.Operations.Specs.Where(s => mine.Contains(s.Product)).Select(s => (s.Product, s.Name)).Order(), done.Order());
    }

    [Fact]
    public async Task The_large_world_has_services_of_many_kinds()
    {
        await using var cloud = await TestCloud.StartAsync(o => (o.Seed, o.Jobs, o.Notebooks, o.Services) = ("large", 0, 0, 240));
        var listed = await cloud.Eas("ListServices", new { PageSize = 100 });
        Assert.Equal("240", listed.Text("TotalCount"));
        Assert.Equal("30", (await cloud.Eas("ListServices", new { ServiceStatus = "Stopped" })).Text("TotalCount"));
        var running = (await cloud.Eas("ListServices", new { ServiceStatus = "Running", PageSize = 1 })).Body.GetProperty("Services")[0].GetProperty("ServiceName").GetString()!;
        await cloud.Eas("DescribeServiceLog", EasExamples.Of(running));
        await cloud.Control(HttpMethod.Post, "seed", new { services = 10 });
        Assert.Equal(250, cloud.World.Counts()["services"]);
    }
}
