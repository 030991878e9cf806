using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace PaiConsole.Cloud.Tests;

/// <summary>The real clients over a scripted network and a clock that jumps over every wait.</summary>
public sealed class Cloud : HttpMessageHandler
{
    private readonly Queue<Func<HttpRequestMessage, HttpResponseMessage>> _script = new();
    private readonly ServiceProvider _services;

    public Cloud(Action<PaiCloudOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Time);
        services.AddPaiCloud(options =>
        {
            options.Credentials = new("id", "topsecret");
            options.PrimaryHandler = () => this;
            configure?.Invoke(options);
        });
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    /// <summary>Every attempt that reached the network, as text, in order.</summary>
    public List<Attempt> Attempts { get; } = [];

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Cloud Answers(int status, string body, string? retryAfter = null, string type = "application/json") => Does(_ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) };
        if (retryAfter is not null)
            response.Headers.TryAddWithoutValidation("x-acs-retry-after", retryAfter);
        return response;
    });

    public Cloud Throttles(string? retryAfter = null) => Answers(400, """{"Code":"Throttling.User","Message":"slow down","RequestId":"r"}""", retryAfter);

    public Cloud Fails(Exception fault) => Does(_ => throw fault);

    public Cloud Does(Func<HttpRequestMessage, HttpResponseMessage> step)
    {
        _script.Enqueue(step);
        return this;
    }

    /// <summary>Runs a call, letting time pass whenever it waits.</summary>
    public async Task<T> Run<T>(Task<T> call)
    {
        while (!call.IsCompleted)
        {
            await Task.WhenAny(call, Task.Yield().AsTask());
            if (!call.IsCompleted)
                Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await call;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Attempts.Add(new Attempt(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(',', header.Value)),
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken),
            Time.GetUtcNow()));
        if (!_script.TryDequeue(out var step))
            throw new InvalidOperationException("One call more than the script has.");
        return step(request);
    }
}

/// <summary>One attempt as it went out.</summary>
public sealed record Attempt(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body, DateTimeOffset At);

internal static class YieldTask
{
    internal static async Task AsTask(this System.Runtime.CompilerServices.YieldAwaitable yield) => await yield;
}
