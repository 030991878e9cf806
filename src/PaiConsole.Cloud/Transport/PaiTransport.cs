using System.Collections.Frozen;
using System.Text.Json.Serialization.Metadata;
using PaiConsole.Cloud.Credentials;
using Polly;

namespace PaiConsole.Cloud.Transport;

/// <summary>Carries a call to the cloud and its answer back: address, attempts, repeats, clock, telemetry.</summary>
internal sealed class PaiTransport
{
    private readonly IHttpClientFactory _clients;
    private readonly ICredentialsProvider _credentials;
    private readonly CloudClock _clock;
    private readonly TimeProvider _time;
    private readonly PaiCloudOptions _options;
    private readonly ResiliencePipeline _retry;
    private readonly FrozenDictionary<PaiProduct, (Uri Endpoint, Pacing Pacing)> _products;

    public PaiTransport(IHttpClientFactory clients, ICredentialsProvider credentials, CloudClock clock, TimeProvider time, PaiCloudOptions options)
    {
        (_clients, _credentials, _clock, _time, _options) = (clients, credentials, clock, time, options);
        _retry = Retry.Build(options, time);
        _products = PaiProduct.All.Append(PaiProduct.Oss).ToFrozenDictionary(product => product, product => (Endpoints.Resolve(product, options), new Pacing(options, time)));
    }

    /// <summary>Name of the HTTP client of a product.</summary>
    internal static string ClientName(PaiProduct product) => $"PaiConsole.Cloud:{product.Code}";

    /// <exception cref="PaiApiException">The call failed.</exception>
    internal Task<T> SendAsync<T>(PaiCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : PaiAnswer =>
        SendAsync(call, (status, headers, body) => AnswerReader.Read(call, status, headers, body, type), cancellationToken);

    /// <summary>As the other, for answers that are not JSON.</summary>
    /// <exception cref="PaiApiException">The call failed.</exception>
    internal async Task<T> SendAsync<T>(PaiCall call, ReadAnswer<T> read, CancellationToken cancellationToken)
        where T : PaiAnswer
    {
        var state = new CallState(call, _products[call.Product].Pacing);
        state.Pacing.Begin();
        using var span = Telemetry.Start(call);
        var began = _time.GetTimestamp();
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Retry.State, state);
        try
        {
            var answer = await _retry.ExecuteAsync(
                static async (context, send) => await send.Transport.AttemptAsync(send.State, send.Read, context.CancellationToken),
                context,
                (Transport: this, State: state, Read: read));
            Telemetry.Done(span, state, _time.GetElapsedTime(began), answer.RequestId, fault: null);
            return answer;
        }
        catch (PaiApiException fault)
        {
            Telemetry.Done(span, state, _time.GetElapsedTime(began), requestId: null, fault);
            if (state.MayHaveHappened && fault.Certainty == Certainty.NotExecuted)
                throw fault.AsUnknown();
            throw;
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<T> AttemptAsync<T>(CallState state, ReadAnswer<T> read, CancellationToken cancellationToken)
        where T : PaiAnswer
    {
        var call = state.Call;
        await state.Pacing.WaitAsync(call, cancellationToken);
        state.Attempts++;
        state.RenewedNow = false;
        using var request = Request(call);
        try
        {
            var answer = await AttemptAsync(call, request, read, cancellationToken);
            state.Pacing.Succeeded();
            return answer;
        }
        catch (PaiApiException fault)
        {
            state.MayHaveHappened |= fault.Certainty == Certainty.Unknown;
            if (fault.IsThrottling)
            {
                state.Pacing.Throttled(fault.RetryAfter);
                Telemetry.Throttled(call);
            }

            if (PaiErrorCodes.IsEndedCredential(fault.Code) && !state.Renewed && request.Options.TryGetValue(SigningHandler.SignedWith, out var refused))
            {
                _credentials.Reject(refused);
                state.Renewed = state.RenewedNow = true;
            }

            throw;
        }
    }

    private async Task<T> AttemptAsync<T>(PaiCall call, HttpRequestMessage request, ReadAnswer<T> read, CancellationToken cancellationToken)
        where T : PaiAnswer
    {
        using var patience = new CancellationTokenSource(_options.AttemptTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var sent = _time.GetTimestamp();
            using var response = await _clients.CreateClient(ClientName(call.Product)).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            _clock.Learn(response.Headers.Date, sent, _time.GetTimestamp());

            // The whole body belongs to the attempt: one that breaks off half way is no answer, and none of it is used.
            await response.Content.LoadIntoBufferAsync(_options.MaxAnswerBytes, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return read((int)response.StatusCode, response.Headers, body);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is
            HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError)
        {
            throw AnswerReader.Fault(call, PaiErrorCodes.ConnectionFailed, exception.Message, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw AnswerReader.Fault(call, PaiErrorCodes.ConnectionLost, exception.Message, exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Without our own timeout, it was the one of connecting.
            throw patience.IsCancellationRequested
                ? AnswerReader.Fault(call, PaiErrorCodes.Timeout, "No answer in time.", exception)
                : AnswerReader.Fault(call, PaiErrorCodes.ConnectionFailed, "No connection in time.", exception);
        }
        catch (CredentialsException exception)
        {
            throw AnswerReader.Fault(call, PaiErrorCodes.NoCredentials, exception.Message, exception);
        }
    }

    private HttpRequestMessage Request(PaiCall call)
    {
        // The path goes out exactly as it is signed; Uri would otherwise unescape and compact it.
        var verbatim = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var endpoint = (call.Endpoint ?? _products[call.Product].Endpoint).GetLeftPart(UriPartial.Authority);
        var query = call.Query.Count == 0 ? "" : "?" + WireQuery.Encode(call.Query);
        var request = new HttpRequestMessage(call.Method, new Uri(endpoint + call.Path + query, in verbatim));

        // On a kept connection that breaks, the HTTP stack itself sends a request again unless it has begun to send content. An empty one counts.
        if (call.Body is not null || !call.IsRead)
            request.Content = new ByteArrayContent(call.Body ?? []);
        request.Options.Set(SigningHandler.Call, call);
        return request;
    }
}
