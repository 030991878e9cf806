using System.Net;
using Microsoft.Extensions.Time.Testing;
using PaiConsole.Cloud.Credentials;
using PaiConsole.Cloud.Dsw;

namespace PaiConsole.Cloud.Tests.Credentials;

using Credentials = PaiConsole.Cloud.Credentials.Credentials;

/// <summary>Where credentials come from, and that they are fetched once and never shown.</summary>
public sealed class CredentialsTests
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public void Text_shows_nothing()
    {
        var text = new Credentials("LTAIexample", "topsecret", "token").ToString();
        Assert.DoesNotContain("LTAI", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment()
    {
        var variables = new Dictionary<string, string> { ["ALIBABA_CLOUD_ACCESS_KEY_ID"] = "id", ["ALIBABA_CLOUD_ACCESS_KEY_SECRET"] = "secret", ["ALIBABA_CLOUD_SECURITY_TOKEN"] = "token" };
        Assert.Equal(new Credentials("id", "secret", "token"), await new EnvironmentSource(variables.GetValueOrDefault).ReadAsync(None));
        variables.Remove("ALIBABA_CLOUD_ACCESS_KEY_SECRET");
        Assert.Null(await new EnvironmentSource(variables.GetValueOrDefault).ReadAsync(None));
    }

    [Theory]
    [InlineData(null, "id1", null)]
    [InlineData("sts", "id2", "token2")]
    [InlineData("role", "from-role-worker", null)]
    [InlineData("nobody", null, null)]
    public async Task Profiles(string? named, string? id, string? token)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(path, """
                {"current":"main","profiles":[
                  {"name":"main","mode":"AK","access_key_id":"id1","access_key_secret":"s1","sts_token":"stale"},
                  {"name":"sts","mode":"StsToken","access_key_id":"id2","access_key_secret":"s2","sts_token":"token2"},
                  {"name":"role","mode":"EcsRamRole","ram_role_name":"worker"},
                  {"name":"sso","mode":"CloudSSO"}]}
                """, None);
            ProfileSource Source(string? profile) => new(path, name => name == "ALIBABA_CLOUD_PROFILE" ? profile : null, role => new Source([() => new Credentials($"from-role-{role}", "s")]));
            var found = await Source(named).ReadAsync(None);
            Assert.Equal((id, token), (found?.AccessKeyId, found?.SecurityToken));
            await Assert.ThrowsAsync<CredentialsException>(() => Source("sso").ReadAsync(None));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task Instance_role_takes_a_session_token_first()
    {
        var asked = new List<string>();
        using var metadata = new Metadata(request =>
        {
            var session = request.Headers.TryGetValues("X-aliyun-ecs-metadata-token", out var values) ? values.Single() : "";
            asked.Add($"{request.Method} {request.RequestUri!.AbsolutePath} {session}".Trim());
            return request.RequestUri.AbsolutePath switch
            {
                "/latest/api/token" => "session",
                "/latest/meta-data/ram/security-credentials/" => "worker",
                _ => """{"AccessKeyId":"STS.id","AccessKeySecret":"s","SecurityToken":"t","Expiration":"2026-01-02T09:00:00Z","Code":"Success"}""",
            };
        });
        using var client = new HttpClient(metadata);
        var found = await new InstanceRoleSource(() => client, _time).ReadAsync(None);
        Assert.Equal(new Credentials("STS.id", "s", "t", new DateTimeOffset(2026, 1, 2, 9, 0, 0, TimeSpan.Zero)), found);
        Assert.Equal(
            ["PUT /latest/api/token", "GET /latest/meta-data/ram/security-credentials/ session", "GET /latest/meta-data/ram/security-credentials/worker session"], asked);
    }

    [Fact]
    public async Task No_metadata_service_means_no_role()
    {
        using var metadata = new Metadata(_ => throw new HttpRequestException("no route"));
        using var client = new HttpClient(metadata);
        Assert.Null(await new InstanceRoleSource(() => client, _time).ReadAsync(None));
    }

    [Fact]
    public async Task First_source_wins_and_none_is_an_error_that_says_what_to_do()
    {
        using var chain = Chain(new Source([() => null]), new Source([() => new Credentials("second", "s")]));
        Assert.Equal("second", (await chain.GetAsync(None)).AccessKeyId);
        using var empty = Chain(new Source([() => null]));
        Assert.Contains("ALIBABA_CLOUD_ACCESS_KEY_ID", (await Assert.ThrowsAsync<CredentialsException>(async () => await empty.GetAsync(None))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_callers_refresh_once_ahead_of_expiry()
    {
        var end = _time.GetUtcNow().AddHours(1);
        var gate = new TaskCompletionSource();
        var source = new Source([() => new Credentials("first", "s", "t", end), () => new Credentials("second", "s", "t", end.AddHours(1))], () => gate.Task);
        using var chain = Chain(source);
        gate.SetResult();
        await chain.GetAsync(None);
        _time.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("first", (await chain.GetAsync(None)).AccessKeyId);

        _time.Advance(TimeSpan.FromMinutes(2));
        gate = new TaskCompletionSource();
        var callers = Enumerable.Range(0, 50).Select(_ => chain.GetAsync(None).AsTask()).ToArray();
        gate.SetResult();
        Assert.All(await Task.WhenAll(callers), found => Assert.Equal("second", found.AccessKeyId));
        Assert.Equal(2, source.Reads);
    }

    [Fact]
    public async Task A_failing_refresh_keeps_what_is_still_valid()
    {
        var end = _time.GetUtcNow().AddHours(1);
        var source = new Source([() => new Credentials("first", "s", "t", end), () => throw new CredentialsException("down"), () => throw new CredentialsException("down")]);
        using var chain = Chain(source);
        await chain.GetAsync(None);
        _time.Advance(TimeSpan.FromMinutes(57));
        Assert.Equal("first", (await chain.GetAsync(None)).AccessKeyId);
        Assert.Equal("first", (await chain.GetAsync(None)).AccessKeyId);
        Assert.Equal(2, source.Reads);
        _time.Advance(TimeSpan.FromMinutes(3));
        await Assert.ThrowsAsync<CredentialsException>(async () => await chain.GetAsync(None));
    }

    [Fact]
    public async Task Refused_credentials_are_read_anew_once_and_the_call_goes_on()
    {
        var provider = new Scripted();
        using var cloud = new Cloud(options => options.CredentialsProvider = provider)
            .Answers(403, """{"Code":"InvalidSecurityToken.Expired","Message":"ended"}""").Answers(200, """{"Success":true}""").Answers(403, """{"Code":"InvalidSecurityToken.Expired","Message":"ended"}""").Answers(403, """{"Code":"InvalidSecurityToken.Expired","Message":"ended"}""");
        var api = cloud.Get<IDswApi>();
        await cloud.Run(api.StartInstanceAsync("dsw-1", None));
        Assert.Equal(["token1", "token2"], cloud.Attempts.Select(attempt => attempt.Headers["x-acs-security-token"]));

        var fault = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(api.StartInstanceAsync("dsw-1", None)));
        Assert.True(fault.IsDenied);
        Assert.Equal(4, cloud.Attempts.Count);
    }

    [Fact]
    public async Task A_session_that_ends_between_two_pages_is_renewed_once_and_no_item_is_lost()
    {
        var source = new Source([() => new Credentials("id", "s", "first"), () => new Credentials("id", "s", "second")]);
        using var chain = Chain(source);
        using var cloud = new Cloud(options => options.CredentialsProvider = chain)
            .Answers(200, """{"Instances":[{"InstanceId":"a"},{"InstanceId":"b"}],"TotalCount":5}""")
            .Answers(403, """{"Code":"InvalidSecurityToken.Expired","Message":"ended"}""")
            .Answers(200, """{"Instances":[{"InstanceId":"c"},{"InstanceId":"d"}],"TotalCount":5}""")
            .Answers(200, """{"Instances":[{"InstanceId":"e"}],"TotalCount":5}""");
        var list = await cloud.Run(Paging.ReadAllAsync<Instance>(
            async (number, ct) =>
            {
                var answer = await cloud.Get<IDswApi>().ListInstancesAsync(new ListInstancesQuery { PageNumber = number, PageSize = 2 }, ct);
                return new Page<Instance>(answer.Instances, answer.TotalCount);
            },
            item => item.InstanceId, None));
        Assert.True(list.Complete);
        Assert.Equal(["a", "b", "c", "d", "e"], list.Items.Select(item => item.InstanceId));
        Assert.Equal(["first", "first", "second", "second"], cloud.Attempts.Select(attempt => attempt.Headers["x-acs-security-token"]));
        Assert.Equal(2, source.Reads);
    }

    [Theory]
    [InlineData("InvalidAccessKeyId.NotFound", 404)]
    [InlineData("InvalidAccessKeyId.Inactive", 403)]
    public async Task A_revoked_key_is_not_taken_for_an_object_that_is_gone(string code, int status)
    {
        using var cloud = new Cloud();
        for (var attempt = 0; attempt < 2; attempt++)
            cloud.Answers(status, $$"""{"Code":"{{code}}","Message":"Specified access key is not found."}""");
        var fault = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IDswApi>().StartInstanceAsync("dsw-1", None)));
        Assert.True(fault.IsCredentialFault);
        Assert.False(fault.IsNotFound);
    }

    [Fact]
    public async Task Without_credentials_nothing_is_sent()
    {
        using var cloud = new Cloud(options => options.CredentialsProvider = new CredentialsChain([], TimeProvider.System));
        var fault = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IDswApi>().StartInstanceAsync("dsw-1", None)));
        Assert.Equal((PaiErrorCodes.NoCredentials, Certainty.NotExecuted), (fault.Code, fault.Certainty));
        Assert.Empty(cloud.Attempts);
    }

    private CredentialsChain Chain(params ICredentialsSource[] sources) => new(sources, _time);

    private sealed class Source(IEnumerable<Func<Credentials?>> script, Func<Task>? wait = null) : ICredentialsSource
    {
        private readonly Queue<Func<Credentials?>> _script = new(script);

        public int Reads { get; private set; }

        public async Task<Credentials?> ReadAsync(CancellationToken cancellationToken)
        {
            Reads++;
            await (wait?.Invoke() ?? Task.CompletedTask);
            return _script.Dequeue()();
        }
    }

    private sealed class Scripted : ICredentialsProvider
    {
        private int _number = 1;

        public ValueTask<Credentials> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new Credentials("id", "s", $"token{_number}"));

        public void Reject(Credentials refused) => _number++;
    }

    private sealed class Metadata(Func<HttpRequestMessage, string> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer(request)) });
    }
}
