using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Domain.Operations;
using PaiConsole.Emulator;
using PaiConsole.Engine.Access;
using PaiConsole.Web.Security;
using PaiConsole.Web.Tests.Api;
using Serilog.Core;

[assembly: AssemblyFixture(typeof(ConsoleUnderTest))]

namespace PaiConsole.Web.Tests.Api;

/// <summary>The whole console in this process, with an emulator of its own: 12 notebooks, 40 jobs, and a world that runs fast.</summary>
public sealed class ConsoleUnderTest : IAsyncLifetime
{
    public const string Bootstrap = "canary-bootstrap-5f1f0c77";

    private readonly string _folder = Directory.CreateTempSubdirectory("paiconsole-web-").FullName;
    private EmulatorHost? _emulator;
    private WebApplicationFactory<TokenIdentity>? _console;

    public EmulatorHost Emulator => _emulator!;
    public IServiceProvider Services => _console!.Services;
    public CapturedLogs Logs { get; } = new();
    public Caller Admin { get; private set; } = null!;
    public Caller Operator { get; private set; } = null!;
    public Caller Viewer { get; private set; } = null!;

    /// <summary>Secrets that must not be seen in any log.</summary>
    public List<string> Canaries { get; } = [Bootstrap];

    public async ValueTask InitializeAsync()
    {
        _emulator = await EmulatorHost.StartAsync(
            new EmulatorOptions { Url = "http://127.0.0.1:0", Seed = "large", Notebooks = 12, Jobs = 40, Services = 3, Speed = 30 });
        _console = new WebApplicationFactory<TokenIdentity>().WithWebHostBuilder(web => web
            .UseSetting("Emulator:Embedded", "false")
            .UseSetting("Emulator:Url", _emulator.Url)
            .UseSetting("Emulator:OssUrl", _emulator.OssUrl)
            .UseSetting("ConnectionStrings:PaiConsole", $"Data Source={Path.Combine(_folder, "console.db")}")
            .UseSetting("Auth:BootstrapToken", Bootstrap)
            .UseSetting("Sync:ActiveSeconds", "1")
            .UseSetting("Sync:SettledSeconds", "1")
            .UseSetting("Serilog:MinimumLevel:Default", "Debug")
            .ConfigureServices(services => services.AddSingleton<ILogEventSink>(Logs)));
        Admin = With(Bootstrap);
        Operator = await WithRoleAsync("omar", Role.Operator);
        Viewer = await WithRoleAsync("vera", Role.Viewer);
        await Admin.EventuallyAsync("/api/v1/jobs", list => list.GetProperty("total").GetInt32() == 40);
        await Admin.EventuallyAsync("/api/v1/notebooks", list => list.GetProperty("total").GetInt32() >= 12);
        await Admin.EventuallyAsync("/api/v1/images", list => list.GetProperty("total").GetInt32() > 0);
    }

    /// <summary>Somebody with this token, or with none.</summary>
    public Caller With(string? token)
    {
        var http = _console!.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return new Caller(http);
    }

    public async ValueTask DisposeAsync()
    {
        if (_console is not null)
            await _console.DisposeAsync();
        if (_emulator is not null)
            await _emulator.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task<Caller> WithRoleAsync(string name, Role role)
    {
        var (_, secret) = await Services.GetRequiredService<TokenService>().CreateAsync(new Actor("test", Role.Admin), name, role, CancellationToken.None);
        Canaries.Add(secret);
        return With(secret);
    }
}

/// <summary>An answer of the API.</summary>
public sealed record Answer(HttpStatusCode Status, string? ContentType, JsonElement Body, HttpResponseHeaders Headers)
{
    public string[] Errors => [.. Body.GetProperty("errors").EnumerateArray().Select(error => error.GetString()!)];
    public string Text(string member) => Body.GetProperty(member).ToString();
}

/// <summary>Somebody who calls the API.</summary>
public sealed class Caller(HttpClient http)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>The answer as it is, such as a file.</summary>
    public Task<HttpResponseMessage> RawAsync(string path) => http.GetAsync(path, Ct);

    public Task<Answer> PostAsync(string path, string? body = null, string? key = null, string type = "application/json") =>
        SendAsync(HttpMethod.Post, path, body, key, type);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path);

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? body = null, string? key = null, string type = "application/json", (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type);
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (header is { } more)
            request.Headers.Add(more.Name, more.Value);
        using var response = await http.SendAsync(request, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        var media = response.Content.Headers.ContentType?.MediaType;
        var json = media?.EndsWith("json", StringComparison.Ordinal) == true ? JsonElement.Parse(text) : JsonSerializer.SerializeToElement(text);
        return new Answer(response.StatusCode, media, json, response.Headers);
    }

    /// <summary>Asks until the answer is as wished; the looks at the cloud are a second apart.</summary>
    public async Task<JsonElement> EventuallyAsync(string path, Func<JsonElement, bool> wished)
    {
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(90);
        while (true)
        {
            var answer = await GetAsync(path);
            if (answer.Status == HttpStatusCode.OK && wished(answer.Body))
                return answer.Body;
            Assert.True(TimeProvider.System.GetUtcNow() < until, $"{path} did not come to be as wished: {answer.Body}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, Ct);
        }
    }

    /// <summary>The first item of a list that matches.</summary>
    public async Task<JsonElement> FirstAsync(string list) =>
        (await EventuallyAsync(list, page => page.GetProperty("items").GetArrayLength() > 0)).GetProperty("items")[0];
}
