using Microsoft.Extensions.Configuration;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Tests.SigningIn;

public class ListenGuardTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:80", false)]
    [InlineData("https://console.example:443", false)]
    public void Only_this_machine_is_loopback(string url, bool loopback) => Assert.Equal(loopback, ListenGuard.IsLoopback(url));

    [Theory]
    [InlineData("urls", "http://a:1;http://b:2", 2)]
    [InlineData("http_ports", "8080", 1)]
    [InlineData("Kestrel:Endpoints:Main:Url", "http://0.0.0.0:1", 1)]
    public void Every_way_of_naming_an_address_is_seen(string key, string value, int count) =>
        Assert.Equal(count, ListenGuard.Addresses(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build()).Count);
}
