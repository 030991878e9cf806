using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.AiWorkspace;

public sealed class AssetTests
{
    [Fact]
    public async Task Official_images_are_found_by_their_labels()
    {
        await using var cloud = await TestCloud.StartAsync();
        var answer = await cloud.Call(Product.AiWorkspace, "ListImages", new { Labels = "system.official=true,system.framework.PyTorch=2.3.0,system.chipType=GPU,system.pythonVersion=3.10", Verbose = true });
        var image = Assert.Single(answer.Body.GetProperty("Images").EnumerateArray());
        Assert.Contains(".cn-shanghai.", image.GetProperty("ImageUri").GetString()!, StringComparison.Ordinal);
        Assert.Contains("cu121", image.GetProperty("ImageUri").GetString()!, StringComparison.Ordinal);
        Assert.DoesNotContain("{region}", (await cloud.Call(Product.AiWorkspace, "ListImages", new { PageSize = 100 })).Body.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_has_a_default_workspace()
    {
        await using var cloud = await TestCloud.StartAsync();
        var answer = await cloud.Call(Product.AiWorkspace, "ListWorkspaces");
        Assert.Equal("1", answer.Text("TotalCount"));
        Assert.True(answer.Body.GetProperty("Workspaces")[0].GetProperty("IsDefault").GetBoolean());
    }

    [Fact]
    public async Task Datasets_are_filtered_by_a_comma_list_of_documented_words()
    {
        await using var cloud = await TestCloud.StartAsync();
        Sow(cloud.World, "oss-pvc", "oss://team-data.oss-cn-shanghai-internal.aliyuncs.com/corpus/");
        Sow(cloud.World, "home", "nas://29ba748f-xco.cn-shanghai.nas.aliyuncs.com/home/");
        async Task<string?> Count(string types) => (await cloud.Call(Product.AiWorkspace, "ListDatasets", new { DataSourceTypes = types })).Text("TotalCount");
        Assert.Equal("2", await Count("NAS,OSS"));
        Assert.Equal("1", await Count("NAS"));
        Assert.Contains("'HDFS'", (await cloud.Call(Product.AiWorkspace, "ListDatasets", new { DataSourceTypes = "NAS,HDFS" })).Text("Message"), StringComparison.Ordinal);
    }

    internal static void Sow(PaiConsole.Emulator.World.World world, string name, string uri) =>
        world.Do(() => world.Assets.Datasets.Add(new("d-" + name, name, uri, "COMMON", "", "/mnt/" + name, PaiConsole.Emulator.World.People.KeyOwner, PaiConsole.Emulator.World.People.DefaultWorkspace, world.Now)));
}
