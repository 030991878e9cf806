using PaiConsole.Emulator.Spec;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.OfficialClients;

/// <summary>Code that knows nothing of this project talks to the emulator and is content.</summary>
public sealed class OfficialClientTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("CAISfwF1q6Ft/5+token==")]
    public async Task Every_operation_is_served_as_documented(string? securityToken)
    {
        await using var cloud = await TestCloud.StartAsync();
        var calls = await OfficialClient.DriveAsync(cloud.Host, securityToken: securityToken);

        Assert.Equal([], calls.Where(c => c.Status != 200).Select(c => $"{c.Product} {c.Name}: {c.Status} {c.Code} {c.Message}"));
        Assert.Equal([], calls.SelectMany(c => SpecConformance.Faults(SpecLibrary.Get(c.Product, c.Name), c.Body!.Value).Select(f => $"{c.Product} {c.Name}: {f}")));
        Assert.Equal(
            WireSurface.Operations.Specs.Select(s => $"{s.Product}/{s.Name}").Order(),
            calls.Select(c => $"{c.Product}/{c.Name}").Distinct().Order());
        Assert.Equal("实验 a/b*c~d!'()+%&=é", calls.Single(c => c.Name == "GetJob").Body!.Value.GetProperty("DisplayName").GetString());
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_with_the_clouds_code()
    {
        await using var cloud = await TestCloud.StartAsync();
        string[] reads = ["pai-dlc/ListJobs", "pai-dsw/ListInstances", "eas/ListServices", "AIWorkSpace/ListImages", "Ecs/DescribeInstanceTypes"];
        var calls = await OfficialClient.DriveAsync(cloud.Host, secret: "guessed", only: reads);

        Assert.Equal(reads.Length, calls.Count);
        Assert.All(calls, c => Assert.Equal((400, "SignatureDoesNotMatch"), (c.Status, c.Code)));
    }

    [Fact]
    public async Task Refusals_and_throttling_arrive_with_status_and_code()
    {
        await using var cloud = await TestCloud.StartAsync();
        await cloud.Control(HttpMethod.Post, "faults", new { action = "ListJobs", times = 1, kind = "throttle" });
        var calls = await OfficialClient.DriveAsync(cloud.Host, only: ["pai-dlc/GetJob", "pai-dlc/ListJobs", "pai-dsw/GetInstance", "eas/DescribeService"]);

        Assert.Equal(
            [("GetJob", 404, "job.NotFound"), ("ListJobs", 429, "Throttling.User"), ("GetInstance", 404, "ValidationError"), ("DescribeService", 404, "Service.NotFound")],
            calls.Select(c => (c.Name, c.Status, c.Code!)));
    }
}
