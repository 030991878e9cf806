using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Cloud;
using PaiConsole.Emulator.Spec;
using PaiConsole.Emulator.Tests.Wire;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.ConsoleClient;

/// <summary>
/// The console's own client with its real network, signing and retries, and a look at what came over the wire: every answer is documented, and
/// nothing of it that the client has a property for is lost on the way.
/// </summary>
internal sealed class ClientUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Recorder _recorder;
    private readonly string _product;

    private ClientUnderTest(string product, TestCloud cloud, ServiceProvider services, Recorder recorder) =>
        (_product, Cloud, _services, _recorder) = (product, cloud, services, recorder);

    public TestCloud Cloud { get; }

    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ClientUnderTest> StartAsync(string product, Action<EmulatorOptions>? world = null)
    {
        var cloud = await TestCloud.StartAsync(world);
        Recorder recorder = new();
        ServiceCollection services = new();
        services.AddPaiCloud(options =>
        {
            options.Credentials = new("emulator", "emulator");
            options.Endpoints["*"] = cloud.Host.Url;
            options.PrimaryHandler = () => recorder;
        });
        return new(product, cloud, services.BuildServiceProvider(), recorder);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Awaits a call and holds what it gave against what was sent.</summary>
    public async Task<T> Whole<T>(Task<T> call)
        where T : notnull
    {
        var model = await call;
        var (action, answer) = _recorder.Last;
        Assert.Equal([], SpecConformance.Faults(SpecLibrary.Get(_product, action), answer).Concat(Lost.In(model, answer)).Select(f => $"{action}: {f}"));
        return model;
    }

    /// <summary>Every method of the client was called.</summary>
    public void AssertAllCalled<T>() =>
        Assert.Equal(typeof(T).GetMethods().Select(m => m.Name[..^"Async".Length]).Order(), _recorder.Actions.Order());

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Cloud.DisposeAsync();
    }

    private sealed class Recorder() : DelegatingHandler(new SocketsHttpHandler())
    {
        public HashSet<string> Actions { get; } = [];

        public (string Action, JsonElement Answer) Last { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            Last = (request.Headers.GetValues("x-acs-action").Single(), document.RootElement.Clone());
            Actions.Add(Last.Action);
            return response;
        }
    }
}
