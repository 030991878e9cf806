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
}
