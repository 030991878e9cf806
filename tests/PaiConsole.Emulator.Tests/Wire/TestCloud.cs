using System.Globalization;
using System.Net;
using System.Text.Json;
using PaiConsole.Emulator.Spec;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Tests.Wire;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Http)
{
    public string? Text(string field) => Body.TryGetProperty(field, out var value) ? value.ToString() : null;

    public string? Code => Text("Code");
}

/// <summary>
/// A running emulator with a paused world and a signed client for it. Every successful answer is held against the specification,
/// so each test that calls an operation is a conformance test of it too.
/// </summary>
internal sealed class TestCloud : IAsyncDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(30) };

    private TestCloud(EmulatorHost host) => Host = host;

    public EmulatorHost Host { get; }

    public World.World World => Host.World;

    public static async Task<TestCloud> StartAsync(Action<EmulatorOptions>? change = null)
    {
        EmulatorOptions options = new() { Url = "http://127.0.0.1:0", Seed = "empty", Speed = 0 };
        change?.Invoke(options);
        return new(await EmulatorHost.StartAsync(options, cancellationToken: TestContext.Current.CancellationToken));
    }

    /// <summary>World time passes.</summary>
    public void Pass(double seconds) => World.Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>Calls an operation. Values named in the path go there, objects become the body, the rest the query.</summary>
    public async Task<Answer> Call(string product, string name, object? query = null, object? body = null)
    {
        var spec = SpecLibrary.Get(product, name);
        var values = Flatten(query);
        var path = spec.Path;
        foreach (var key in values.Keys.ToArray())
            if (path.Contains("{" + key + "}", StringComparison.Ordinal))
            {
                path = path.Replace("{" + key + "}", Uri.EscapeDataString(values[key]), StringComparison.Ordinal);
                values.Remove(key);
            }

        var json = body is null ? null : body as string ?? JsonSerializer.Serialize(body);
        var answer = await Send(TestSigner.Sign(new HttpMethod(spec.Method), Host.Url, path, values, json, name, spec.Version));
        if (answer.Status == HttpStatusCode.OK)
            Assert.Equal([], SpecConformance.Faults(spec, answer.Body));
        return answer;
    }

    public Task<Answer> Dlc(string name, object? query = null, object? body = null) => Call(Product.Dlc, name, query, body);

    public Task<Answer> Dsw(string name, object? query = null, object? body = null) => Call(Product.Dsw, name, query, body);

    public async Task<Answer> Send(HttpRequestMessage request)
    {
        var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(response.StatusCode, JsonDocument.Parse(text.Length == 0 ? "{}" : text).RootElement, response);
    }

    /// <summary>Calls and only counts the octets of the answer, for measuring.</summary>
    public async Task<long> Read(string path, string action, Dictionary<string, string> query)
    {
        var response = await _http.SendAsync(TestSigner.Sign(HttpMethod.Get, Host.Url, path, query, null, action, "2020-12-03"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }

    /// <summary>Calls the control surface.</summary>
    public Task<Answer> Control(HttpMethod method, string path, object? body = null) =>
        Send(new HttpRequestMessage(method, $"{Host.Url}/_emulator/{path}") { Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body)) });

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
    }

    private static Dictionary<string, string> Flatten(object? query) => query switch
    {
        null => [],
        IReadOnlyDictionary<string, string> map => new(map),
        _ => query.GetType().GetProperties().Where(p => p.GetValue(query) is not null)
            .ToDictionary(p => p.Name, p => p.GetValue(query) is bool flag ? (flag ? "true" : "false") : Convert.ToString(p.GetValue(query), CultureInfo.InvariantCulture)!),
    };
}
