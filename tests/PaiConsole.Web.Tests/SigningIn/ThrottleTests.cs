using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Tests.SigningIn;

public sealed class ThrottleTests
{
    private const int Bearers = 20;
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Five_failures_at_the_sign_in_page_close_it_to_the_address_for_a_quarter_of_an_hour()
    {
        var throttle = new LoginThrottle(_clock);
        for (var i = 0; i < 5; i++)
        {
            Assert.True(throttle.Allows("10.0.0.1"));
            throttle.Failed("10.0.0.1");
            _clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.False(throttle.Allows("10.0.0.1"));
        Assert.True(throttle.Allows("10.0.0.2"));
        _clock.Advance(TimeSpan.FromMinutes(10.1));
        Assert.True(throttle.Allows("10.0.0.1"));
    }

    [Fact]
    public void Twenty_different_wrong_bearer_tokens_close_the_door_and_one_that_is_repeated_does_not()
    {
        var throttle = new BearerThrottle(_clock);
        for (var i = 0; i < 1_000; i++)
            throttle.Failed("10.0.0.1", "revoked");
        Assert.True(throttle.Allows("10.0.0.1"));
        for (var i = 0; i < Bearers; i++)
            throttle.Failed("10.0.0.1", $"guess-{i}");
        Assert.False(throttle.Allows("10.0.0.1"));
        Assert.True(throttle.Allows("10.0.0.2"));
        _clock.Advance(TimeSpan.FromMinutes(15.1));
        Assert.True(throttle.Allows("10.0.0.1"));
    }

    [Fact]
    public async Task A_guesser_learns_nothing_even_with_the_right_token_in_the_end()
    {
        using var host = new ConsoleHost();
        var answers = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Bearers; i++)
            answers.Add(await AnswerAsync(host, i.ToString(CultureInfo.InvariantCulture)));
        answers.Add(await AnswerAsync(host, ConsoleHost.Token));
        Assert.Equal("401 Bearer", Assert.Single(answers));
    }

    private static async Task<string> AnswerAsync(ConsoleHost host, string token)
    {
        using var script = host.Browser();
        script.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await script.GetAsync("/notebooks", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        return $"{(int)answer.StatusCode} {answer.Headers.WwwAuthenticate}{await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }
}
