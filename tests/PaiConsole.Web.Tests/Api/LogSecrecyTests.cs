using System.Net;

namespace PaiConsole.Web.Tests.Api;

public sealed class LogSecrecyTests(ConsoleUnderTest console)
{
    [Fact]
    public async Task No_secret_is_ever_logged()
    {
        const string guess = "canary-guess-91c2";
        console.Canaries.Add(guess);
        await console.Admin.GetAsync("/api/v1/jobs");
        await console.With(guess).GetAsync("/api/v1/jobs");
        await console.With(null).GetAsync($"/login?t={guess}");
        await console.With(null).GetAsync($"/login?t={ConsoleUnderTest.Bootstrap}");
        await console.Admin.PostAsync("/api/v1/jobs", "{ broken");
        await console.Operator.PostAsync("/api/v1/jobs/nope/stop");
        var made = await console.Admin.PostAsync("/api/v1/tokens", """{ "name": "secrecy", "role": "viewer" }""");
        console.Canaries.Add(made.Text("token"));
        await console.With(made.Text("token")).PostAsync("/api/v1/jobs", Specs.Job("secrecy"));
        Assert.Equal(HttpStatusCode.OK, (await console.Admin.GetAsync("/hangfire")).Status);

        Assert.Contains(console.Logs.Lines, line => line.Contains("/api/v1/jobs/nope/stop\" responded 404", StringComparison.Ordinal));
        foreach (var secret in console.Canaries.ToArray())
            Assert.DoesNotContain(console.Logs.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        // The signature of a call to the cloud is as good as the call for a quarter of an hour.
        Assert.DoesNotContain(console.Logs.Lines, line => line.Contains("Signature=", StringComparison.Ordinal) || line.Contains("Bearer ", StringComparison.Ordinal));
    }
}
