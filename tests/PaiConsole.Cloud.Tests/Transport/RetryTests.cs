using PaiConsole.Cloud.Dlc;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Cloud.Eas;

namespace PaiConsole.Cloud.Tests.Transport;

/// <summary>What is repeated, what never is, and what a failed call says about its effect.</summary>
public sealed class RetryTests
{
    private const string Created = """{"JobId":"dlc1","RequestId":"r"}""";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly CreateJobRequest Job = new() { DisplayName = "j", JobType = "PyTorchJob", UserCommand = "true", JobSpecs = [new() { Type = "Worker", PodCount = 1 }] };

    [Fact]
    public async Task A_read_survives_a_server_fault_a_lost_connection_and_garbage()
    {
        using var cloud = new Cloud().Answers(503, "<html>").Fails(new HttpRequestException(HttpRequestError.ResponseEnded)).Answers(200, "<html>", type: "text/html").Answers(200, """{"JobId":"dlc1"}""");
        var job = await cloud.Run(cloud.Get<IDlcApi>().GetJobAsync("dlc1", null, None));
        Assert.Equal("dlc1", job.JobId);
        Assert.Equal(4, cloud.Attempts.Count);
    }

    [Fact]
    public async Task Every_attempt_is_signed_afresh()
    {
        using var cloud = new Cloud().Throttles("2").Answers(200, """{"JobId":"dlc1"}""");
        await cloud.Run(cloud.Get<IDlcApi>().GetJobAsync("dlc1", null, None));
        Assert.Equal(2, cloud.Attempts.Select(attempt => attempt.Headers["x-acs-signature-nonce"]).Distinct().Count());
        Assert.Equal(2, cloud.Attempts.Select(attempt => attempt.Headers["x-acs-date"]).Distinct().Count());
        Assert.Equal(2, cloud.Attempts.Select(attempt => attempt.Headers["authorization"]).Distinct().Count());
    }

    [Theory]
    [InlineData("500")]
    [InlineData("lost")]
    [InlineData("garbage")]
    [InlineData("nonce")]
    public async Task A_create_that_may_have_happened_is_not_sent_again(string fault)
    {
        using var cloud = new Cloud();
        _ = fault switch
        {
            "500" => cloud.Answers(500, """{"Code":"InternalError","Message":"oops"}"""),
            "lost" => cloud.Fails(new HttpRequestException(HttpRequestError.ResponseEnded, "gone")),
            "nonce" => cloud.Answers(400, """{"Code":"SignatureNonceUsed","Message":"replay"}"""),
            _ => cloud.Answers(200, "<html>sorry</html>"),
        };
        var thrown = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IDlcApi>().CreateJobAsync(Job, None)));
        Assert.Single(cloud.Attempts);
        Assert.Equal(Certainty.Unknown, thrown.Certainty);
        Assert.True(thrown.IsTransient);
    }

    [Fact]
    public async Task A_throttled_create_is_sent_again_after_the_pause_the_cloud_asked_for()
    {
        using var cloud = new Cloud().Throttles("3").Answers(200, Created);
        var answer = await cloud.Run(cloud.Get<IDlcApi>().CreateJobAsync(Job, None));
        Assert.Equal("dlc1", answer.JobId);
        Assert.InRange(cloud.Attempts[1].At - cloud.Attempts[0].At, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3.5));
    }

    [Fact]
    public async Task A_pause_too_long_to_wait_is_handed_to_the_caller()
    {
        using var cloud = new Cloud().Throttles("90");
        var thrown = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IDlcApi>().CreateJobAsync(Job, None)));
        Assert.True(thrown.IsThrottling);
        Assert.Equal(TimeSpan.FromSeconds(90), thrown.RetryAfter);
        Assert.Equal(Certainty.NotExecuted, thrown.Certainty);
        Assert.Single(cloud.Attempts);
    }

    [Fact]
    public async Task A_refused_create_certainly_did_nothing()
    {
        using var cloud = new Cloud().Answers(400, """{"Code":"InvalidParameter","Message":"no such spec","RequestId":"r-1"}""");
        var thrown = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IDlcApi>().CreateJobAsync(Job, None)));
        Assert.Equal(("InvalidParameter", "no such spec", 400, "r-1", Certainty.NotExecuted), (thrown.Code, thrown.CloudMessage, thrown.HttpStatus, thrown.RequestId, thrown.Certainty));
        Assert.False(thrown.IsTransient);
    }

    [Fact]
    public async Task A_create_that_never_connected_certainly_did_nothing()
    {
        using var cloud = new Cloud().Fails(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        var thrown = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IDlcApi>().CreateJobAsync(Job, None)));
        Assert.Equal((PaiErrorCodes.ConnectionFailed, Certainty.NotExecuted), (thrown.Code, thrown.Certainty));
    }

    [Fact]
    public async Task A_value_set_twice_stays_uncertain_when_the_first_attempt_was_lost()
    {
        using var cloud = new Cloud().Fails(new HttpRequestException(HttpRequestError.ResponseEnded)).Answers(409, """{"Code":"Conflict","Message":"updating"}""");
        var thrown = await Assert.ThrowsAsync<PaiApiException>(() =>
            cloud.Run(cloud.Get<IEasApi>().ScaleServiceAsync("cn-shanghai", "svc", new ScaleServiceRequest { Instance = 2 }, None)));
        Assert.Equal(2, cloud.Attempts.Count);
        Assert.Equal(("Conflict", Certainty.Unknown), (thrown.Code, thrown.Certainty));
    }

    [Fact]
    public async Task Repeats_stay_within_a_tenth_of_the_calls()
    {
        using var cloud = new Cloud();
        const int calls = 200;
        for (var step = 0; step < calls * 4; step++)
            cloud.Answers(500, "{}");
        for (var call = 0; call < calls; call++)
            await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IDswApi>().GetInstanceAsync("dsw-1", None)));
        Assert.InRange(cloud.Attempts.Count, calls + 1, (int)(calls * 1.1) + 10);
    }

    [Fact]
    public async Task After_a_refusal_for_too_many_calls_other_reads_wait_too_but_not_commands()
    {
        using var cloud = new Cloud(options => options.MaxRetries = 1).Throttles("10").Answers(200, """{"InstanceId":"a","Success":true}""").Answers(200, """{"InstanceId":"b"}""").Answers(200, """{"InstanceId":"a"}""");
        var began = cloud.Time.GetUtcNow();
        var api = cloud.Get<IDswApi>();
        var throttled = api.GetInstanceAsync("a", None);
        await api.StopInstanceAsync("a", null, None);
        var other = api.GetInstanceAsync("b", None);
        await cloud.Run(throttled);
        await cloud.Run(other);
        Assert.Equal("PUT", cloud.Attempts[1].Method);
        Assert.Equal(began, cloud.Attempts[1].At);
        Assert.All(cloud.Attempts.Skip(2), attempt => Assert.True(attempt.At - began >= TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        using var cloud = new Cloud();
        using var cancelled = new CancellationTokenSource();
        cloud.Does(_ =>
        {
            cancelled.Cancel();
            throw new OperationCanceledException(cancelled.Token);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cloud.Run(cloud.Get<IDlcApi>().GetJobAsync("dlc1", null, cancelled.Token)));
    }
}
