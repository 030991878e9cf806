using System.Net;
using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Tests.Transport;

/// <summary>Signed requests go to the cloud, to this machine, or to where somebody allowed.</summary>
public sealed class EndpointsTests
{
    [Fact]
    public void Official_hosts()
    {
        var options = new PaiCloudOptions { Region = "ap-southeast-1" };
        Assert.Equal("https://pai-dsw.ap-southeast-1.aliyuncs.com/", Endpoints.Resolve(PaiProduct.Dsw, options).AbsoluteUri);
        options.UseVpcEndpoints = true;
        Assert.Equal("https://pai-vpc.ap-southeast-1.aliyuncs.com/", Endpoints.Resolve(PaiProduct.PaiStudio, options).AbsoluteUri);
        Assert.Equal("https://pai-eas-manage-vpc.ap-southeast-1.aliyuncs.com/", Endpoints.Resolve(PaiProduct.Eas, options).AbsoluteUri);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5081", true)]
    [InlineData("http://localhost:5081", true)]
    [InlineData("https://pai-dlc.cn-shanghai.aliyuncs.com", true)]
    [InlineData("https://gateway.example.com", true)]
    [InlineData("http://gateway.example.com", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("https://aliyuncs.com.evil.example", false)]
    [InlineData("http://100.100.100.200", false)]
    [InlineData("https://169.254.169.254", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("https://user:pw@pai-dlc.cn-shanghai.aliyuncs.com", false)]
    [InlineData("https://pai-dlc.cn-shanghai.aliyuncs.com/path", false)]
    public void Configured_hosts(string endpoint, bool accepted)
    {
        var options = new PaiCloudOptions { AllowedHosts = { "gateway.example.com" }, Endpoints = { ["dlc"] = endpoint } };
        if (accepted)
            Assert.Equal(new Uri(endpoint), Endpoints.Resolve(PaiProduct.Dlc, options));
        else
            Assert.Throws<ArgumentException>(() => Endpoints.Resolve(PaiProduct.Dlc, options));
    }

    [Fact]
    public void A_region_cannot_smuggle_a_host() =>
        Assert.Throws<ArgumentException>(() => Endpoints.Resolve(PaiProduct.Dlc, new PaiCloudOptions { Region = "x.evil.example/" }));

    [Theory]
    [InlineData("127.0.0.1", true)]
    [InlineData("::1", true)]
    [InlineData("::ffff:127.0.0.1", true)]
    [InlineData("169.254.169.254", true)]
    [InlineData("100.100.100.200", true)]
    [InlineData("0.0.0.0", true)]
    [InlineData("100.67.1.1", false)]
    [InlineData("47.100.1.1", false)]
    public void Names_that_resolve_to_this_machine_are_not_the_cloud(string address, bool forbidden) =>
        Assert.Equal(forbidden, EgressGuard.IsForbidden(IPAddress.Parse(address)));
}
