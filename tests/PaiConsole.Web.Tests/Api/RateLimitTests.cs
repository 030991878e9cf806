using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Domain.Operations;
using PaiConsole.Engine.Access;

namespace PaiConsole.Web.Tests.Api;

public sealed class RateLimitTests(ConsoleUnderTest console)
{
    private const int PerMinute = 600;

    [Fact]
    public async Task A_script_that_runs_wild_is_told_to_wait_and_nobody_else_is()
    {
        var hasty = await HolderAsync("hasty");
        for (var i = 0; i < PerMinute; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await hasty.PostAsync("/api/v1/jobs", "not json")).Status);

        var refused = await hasty.PostAsync("/api/v1/jobs", "not json");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        Assert.Equal("application/problem+json", refused.ContentType);
        Assert.Equal(HttpStatusCode.OK, (await hasty.GetAsync("/api/v1/jobs")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await (await HolderAsync("patient")).PostAsync("/api/v1/jobs", "not json")).Status);
    }

    private async Task<Caller> HolderAsync(string name)
    {
        var (_, secret) = await console.Services.GetRequiredService<TokenService>()
            .CreateAsync(new Actor("test", Role.Admin), name, Role.Operator, TestContext.Current.CancellationToken);
        lock (console.Canaries)
            console.Canaries.Add(secret);
        return console.With(secret);
    }
}
