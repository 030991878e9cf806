using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Tests.SigningIn;

public sealed partial class SignInTests : IDisposable
{
    private readonly ConsoleHost _host = new();

    public void Dispose() => _host.Dispose();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/notebooks")]
    [InlineData("/culture?to=en")]
    public async Task A_stranger_is_sent_to_the_sign_in_page(string path)
    {
        var answer = await _host.Browser().GetAsync(path, Stop);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/login", answer.Headers.Location!.AbsolutePath);
    }

    [Theory]
    [InlineData("/healthz", HttpStatusCode.OK)]
    [InlineData("/login", HttpStatusCode.OK)]
    [InlineData("/css/tokens.css", HttpStatusCode.OK)]
    [InlineData("/_blazor/negotiate", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/notebooks", HttpStatusCode.Unauthorized)]
    [InlineData("/api/v1/no-such-thing", HttpStatusCode.Unauthorized)]
    [InlineData("/API/v1/notebooks", HttpStatusCode.Unauthorized)]
    [InlineData("/openapi/v1.json", HttpStatusCode.Unauthorized)]
    [InlineData("/metrics", HttpStatusCode.Unauthorized)]
    public async Task Strangers_get_what_is_meant_for_them(string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(path.EndsWith("negotiate", StringComparison.Ordinal) ? HttpMethod.Post : HttpMethod.Get, path);
        using var answer = await _host.Browser().SendAsync(request, Stop);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task The_link_signs_in_and_the_address_loses_the_token()
    {
        var browser = _host.Browser();

        var answer = await browser.GetAsync($"/login?t={ConsoleHost.Token}&back=/notebooks", Stop);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("http://localhost/notebooks", answer.Headers.Location!.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("paiconsole=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/notebooks", Stop)).StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        var answer = await _host.Browser().GetAsync($"/login?t={ConsoleHost.Token}&back={Uri.EscapeDataString(back)}", Stop);

        Assert.Equal("http://localhost/", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_printed_link_works_once()
    {
        using var host = new ConsoleHost { Configured = null };
        var token = host.Services.GetRequiredService<BootstrapToken>().Value;

        Assert.Equal(HttpStatusCode.Redirect, (await host.Browser().GetAsync($"/login?t={token}", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.Browser().GetAsync($"/login?t={token}", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_bearer_token_opens_what_a_session_opens()
    {
        var script = _host.Browser();
        script.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ConsoleHost.Token);
        Assert.Equal(HttpStatusCode.OK, (await script.GetAsync("/notebooks", Stop)).StatusCode);

        script.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, (await script.GetAsync("/notebooks", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_sixth_wrong_token_is_not_looked_at()
    {
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await _host.Browser().GetAsync("/login?t=wrong", Stop)).StatusCode);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await _host.Browser().GetAsync($"/login?t={ConsoleHost.Token}", Stop)).StatusCode);
    }

    [Fact]
    public async Task A_copied_cookie_is_worthless_after_signing_out_also_when_the_console_has_restarted()
    {
        var database = Path.Combine(Directory.CreateTempSubdirectory("paiconsole-web-").FullName, "console.db");
        string copied, kept;
        using (var host = new ConsoleHost { Database = database })
        {
            var browser = host.Browser();
            copied = await SignInAsync(browser);
            kept = await SignInAsync(host.Browser());
            var page = await browser.GetStringAsync("/notebooks", Stop);
            var antiforgery = Antiforgery().Match(page).Groups[1].Value;

            using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["__RequestVerificationToken"] = antiforgery });
            Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync("/logout", form, Stop)).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, await ShowAsync(host, copied));
        }
        using var again = new ConsoleHost { Database = database };
        Assert.Equal(HttpStatusCode.Redirect, await ShowAsync(again, copied));
        Assert.Equal(HttpStatusCode.OK, await ShowAsync(again, kept));
    }

    private static async Task<string> SignInAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync($"/login?t={ConsoleHost.Token}", Stop);
        return answer.Headers.GetValues("Set-Cookie").First(value => value.StartsWith("paiconsole=", StringComparison.Ordinal)).Split(';')[0];
    }

    private static async Task<HttpStatusCode> ShowAsync(ConsoleHost host, string cookie)
    {
        using var holder = host.CreateDefaultClient();
        holder.DefaultRequestHeaders.Add("Cookie", cookie);
        using var answer = await holder.GetAsync("/notebooks", Stop);
        return answer.StatusCode;
    }

    [Fact]
    public async Task Signing_out_needs_the_pages_own_form()
    {
        var browser = _host.Browser();
        await browser.GetAsync($"/login?t={ConsoleHost.Token}", Stop);

        using var forged = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/logout", forged, Stop)).StatusCode);
    }

    [Fact]
    public async Task A_websocket_from_another_site_is_turned_away()
    {
        var browser = _host.Browser();
        await browser.GetAsync($"/login?t={ConsoleHost.Token}", Stop);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", "https://evil.example");

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(request, Stop)).StatusCode);
    }

    [Fact]
    public async Task Every_answer_carries_the_policy()
    {
        var answer = await _host.Browser().GetAsync("/login", Stop);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_the_address_is_remembered()
    {
        var browser = _host.Browser();

        Assert.Contains("登录", await browser.GetStringAsync("/login?culture=zh-CN", Stop), StringComparison.Ordinal);
        Assert.Contains("登录", await browser.GetStringAsync("/login", Stop), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"name=""__RequestVerificationToken"" value=""([^""]+)""")]
    private static partial Regex Antiforgery();
}
