using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PaiConsole.Web.Tests.Api;

/// <summary>Who may do what, over every endpoint that is mapped, so that none is forgotten.</summary>
public sealed class RightsTests(ConsoleUnderTest console)
{
    private static readonly string[] _open = ["/healthz", "/readyz"];

    private IEnumerable<(string Method, string Path)> Endpoints =>
        console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                .Select(method => (method, "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace("{id}", "x", StringComparison.Ordinal).Replace("{name}", "x", StringComparison.Ordinal))))
            .Where(endpoint => endpoint.Item2.StartsWith("/api/", StringComparison.Ordinal))
            .Distinct();

    [Fact]
    public async Task A_viewer_is_refused_every_command_whatever_the_body()
    {
        var commands = Endpoints.Where(endpoint => endpoint.Method != "GET").ToList();
        Assert.True(commands.Count >= 20, $"{commands.Count} commands are mapped");
        foreach (var (method, path) in commands)
        {
            foreach (var body in new[] { null, "{}", "not json", Specs.Job("viewer-job"), Specs.Notebook("viewer_nb") })
            {
                var answer = await console.Viewer.SendAsync(new HttpMethod(method), path, body);
                Assert.True(answer.Status == HttpStatusCode.Forbidden, $"{method} {path} {body}: {answer.Status}");
            }
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await console.Viewer.PostAsync("/api/v1/jobs?dryRun=true", Specs.Job("viewer-job"))).Status);
        Assert.Equal(0, (await console.Admin.GetAsync("/api/v1/operations?owner=vera")).Body.GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Nobody_gets_in_without_a_token()
    {
        var nobody = console.With(null);
        var stranger = console.With("pct_0000000000000000000000000000000000000000000000000000000000000000");
        foreach (var (method, path) in Endpoints)
        {
            foreach (var caller in new[] { nobody, stranger })
            {
                var answer = await caller.SendAsync(new HttpMethod(method), path);
                Assert.True(answer.Status == HttpStatusCode.Unauthorized, $"{method} {path}: {answer.Status}");
            }
        }
        foreach (var path in _open)
            Assert.Equal(HttpStatusCode.OK, (await nobody.GetAsync(path)).Status);
        foreach (var path in new[] { "/metrics", "/openapi/v1.json" })
        {
            var answer = await nobody.GetAsync(path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        }
        foreach (var path in new[] { "/hangfire", "/scalar" })
            Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Only_an_admin_sees_schedules_and_tokens()
    {
        foreach (var path in new[] { "/hangfire", "/api/v1/tokens" })
        {
            Assert.Equal(HttpStatusCode.OK, (await console.Admin.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await console.Operator.GetAsync(path)).Status);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await console.Operator.PostAsync("/api/v1/tokens", """{ "name": "x", "role": "admin" }""")).Status);
    }

    [Fact]
    public async Task A_page_of_another_site_commands_nothing()
    {
        var answer = await console.Operator.SendAsync(HttpMethod.Post, "/api/v1/jobs/x/stop", header: ("Sec-Fetch-Site", "same-site"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
    }

    [Fact]
    public void Every_page_and_endpoint_needs_somebody_unless_it_says_otherwise()
    {
        var open = console.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/'))
            .Where(path => !path.Contains('.', StringComparison.Ordinal));
        Assert.Subset(new HashSet<string>(["/healthz", "/readyz", "/login", "/sorry"]), open.ToHashSet());
    }
}
