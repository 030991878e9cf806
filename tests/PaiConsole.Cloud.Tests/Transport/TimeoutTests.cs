using PaiConsole.Cloud.Dlc;

namespace PaiConsole.Cloud.Tests.Transport;

/// <summary>Answers that do not come, and answers that come in part.</summary>
public sealed class TimeoutTests
{
    private static readonly CreateJobRequest Job = new() { DisplayName = "j", JobType = "PyTorchJob", UserCommand = "true", JobSpecs = [] };

    [Fact]
    public async Task A_create_without_an_answer_is_uncertain_and_sent_once()
    {
        using var cloud = new Cloud();
        cloud.Does(_ => new HttpResponseMessage { Content = new Body(new TaskCompletionSource().Task) });
        var thrown = await Assert.ThrowsAsync<PaiApiException>(() => cloud.Run(cloud.Get<IDlcApi>().CreateJobAsync(Job, CancellationToken.None)));
        Assert.Equal((PaiErrorCodes.Timeout, Certainty.Unknown), (thrown.Code, thrown.Certainty));
        Assert.Single(cloud.Attempts);
    }

    [Fact]
    public async Task A_page_that_breaks_off_is_read_again_as_a_whole()
    {
        using var cloud = new Cloud();
        cloud.Does(_ => new HttpResponseMessage { Content = new Body(Task.FromException(new IOException("reset"))) }).Answers(200, """{"Jobs":[{"JobId":"a"}],"TotalCount":1}""");
        var page = await cloud.Run(cloud.Get<IDlcApi>().ListJobsAsync(new ListJobsQuery(), CancellationToken.None));
        Assert.Equal("a", Assert.Single(page.Jobs!).JobId);
        Assert.Equal(2, cloud.Attempts.Count);
    }

    private sealed class Body(Task end) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context, CancellationToken cancellationToken)
        {
            await stream.WriteAsync("{\"Jobs\":["u8.ToArray(), cancellationToken);
            await end.WaitAsync(cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
