using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PaiConsole.Cloud.Dlc;

namespace PaiConsole.Cloud.Tests.Transport;

/// <summary>The real network stack against a bare socket on this machine.</summary>
public sealed class SocketTests : IDisposable
{
    private const string Secret = "topsecretkey";
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _requests = [];
    private readonly Lines _log = new();
    private readonly ServiceProvider _services;

    public SocketTests()
    {
        _listener.Start();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        services.AddPaiCloud(options =>
        {
            options.Credentials = new("LTAIexample", Secret, "ststoken");
            options.Endpoints["*"] = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        });
        _services = services.BuildServiceProvider();
    }

    [Fact]
    public async Task Sends_what_it_signed_and_learns_the_clouds_time()
    {
        var serving = ServeAsync("""{"JobId":"dlc 1","RequestId":"r"}""");
        await _services.GetRequiredService<IDlcApi>().GetJobAsync("d 数据/1~*'", needDetail: true, TestContext.Current.CancellationToken);
        await serving;
        var lines = Assert.Single(_requests).Split("\r\n");
        Assert.Equal("GET /api/v1/jobs/d%20%E6%95%B0%E6%8D%AE%2F1~%2A%27?NeedDetail=true HTTP/1.1", lines[0]);
        Assert.Contains("accept: application/json", lines, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(lines, line => line.StartsWith("traceparent", StringComparison.OrdinalIgnoreCase));
        var clock = _services.GetRequiredService<ICloudClock>();
        Assert.Equal(2033, clock.UtcNow.Year);
        Assert.Equal(2033, clock.LastAnswerAt!.Value.Year);
    }

    [Fact]
    public async Task A_stop_whose_answer_is_lost_on_a_reused_connection_is_uncertain()
    {
        var serving = ServeAsync("""{"JobId":"dlc1"}""", null, null);
        var api = _services.GetRequiredService<IDlcApi>();
        await api.GetJobAsync("dlc1", null, TestContext.Current.CancellationToken);
        var fault = await Assert.ThrowsAsync<PaiApiException>(() => api.StopJobAsync("dlc1", TestContext.Current.CancellationToken));
        _listener.Stop();
        await serving;
        Assert.Equal(Certainty.Unknown, fault.Certainty);
        Assert.Single(_requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_secret_reaches_logs_or_spans()
    {
        var spans = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => spans.Add($"{span.DisplayName} {string.Join(' ', span.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        var serving = ServeAsync("""{"JobId":"dlc1","RequestId":"r-7"}""");
        await _services.GetRequiredService<IDlcApi>().ListJobsAsync(new() { DisplayName = "private name" }, TestContext.Current.CancellationToken);
        await serving;
        var told = string.Join('\n', _log.Written.Concat(spans));
        Assert.Contains("dlc ListJobs", told, StringComparison.Ordinal);
        Assert.Contains("r-7", told, StringComparison.Ordinal);
        foreach (var hidden in (string[])[Secret, "ststoken", "LTAIexample", "Signature=", "private"])
            Assert.DoesNotContain(hidden, told, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _services.Dispose();
    }

    // One request per answer; null closes the connection instead of answering.
    private async Task ServeAsync(params string?[] answers)
    {
        TcpClient? client = null;
        try
        {
            foreach (var answer in answers)
            {
                client ??= await _listener.AcceptTcpClientAsync();
                var buffer = new byte[16384];
                var read = await client.GetStream().ReadAsync(buffer);
                _requests.Add(Encoding.UTF8.GetString(buffer, 0, read));
                if (answer is null)
                {
                    client.Dispose();
                    client = null;
                    continue;
                }

                await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes(
                    $"HTTP/1.1 200 OK\r\nDate: Sat, 01 Jan 2033 00:00:00 GMT\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(answer)}\r\n\r\n{answer}"));
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test stopped the listener because it expects no further request.
        }
        finally
        {
            client?.Dispose();
        }
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public List<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (Written)
                Written.Add($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
