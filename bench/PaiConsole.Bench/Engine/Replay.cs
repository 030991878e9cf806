using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace PaiConsole.Bench.Engine;

/// <summary>
/// Answers of the emulator, recorded once and then given out as bytes. Both sides of a contest ask it, so that neither
/// pays for how the emulator makes its pages.
/// </summary>
internal sealed class Replay : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _answers = new(StringComparer.Ordinal);
    private WebApplication? _app;

    /// <summary>Path and query of every recorded answer, in no order.</summary>
    public IReadOnlyCollection<string> Paths => [.. _answers.Keys];

    public string Url { get; private set; } = "";

    /// <summary>Puts itself between a client and the emulator, to record.</summary>
    public DelegatingHandler Recorder() => new Recording(_answers);

    public async Task StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(async context =>
        {
            if (!_answers.TryGetValue(context.Request.Path.Value + context.Request.QueryString.Value, out var body))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });
        await _app.StartAsync(ct);
        Url = _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private sealed class Recording(ConcurrentDictionary<string, byte[]> answers) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            answers[request.RequestUri!.PathAndQuery] = await answer.Content.ReadAsByteArrayAsync(cancellationToken);
            return answer;
        }
    }
}
