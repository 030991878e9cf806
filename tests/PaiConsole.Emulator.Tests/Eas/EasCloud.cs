using System.Net;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.Eas;

/// <summary>Calls about services, in the words of these tests.</summary>
internal static class EasCloud
{
    public static Task<Answer> Eas(this TestCloud cloud, string name, object? query = null, object? body = null) => cloud.Call(Product.Eas, name, query, body);

    /// <summary>Creates a service and waits until it runs.</summary>
    public static async Task Running(this TestCloud cloud, Dictionary<string, object?> document)
    {
        var answer = await cloud.Eas("CreateService", body: document);
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToString());
        cloud.Pass(200);
    }

    public static async Task<Answer> Service(this TestCloud cloud, string name) => await cloud.Eas("DescribeService", EasExamples.Of(name));

    public static async Task<string?> Status(this TestCloud cloud, string name) => (await cloud.Service(name)).Text("Status");
}
