using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaiConsole.Cloud.Dsw;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Transport;

/// <summary>Makes an answer of what came over the wire, or throws the <see cref="PaiApiException"/> it means.</summary>
internal delegate T ReadAnswer<out T>(int status, HttpResponseHeaders headers, ReadOnlyMemory<byte> body);

/// <summary>Turns what came over the wire into an answer or into the fault it means.</summary>
internal static class AnswerReader
{
    internal static T Read<T>(PaiCall call, int status, HttpResponseHeaders headers, ReadOnlyMemory<byte> body, JsonTypeInfo<T> type)
        where T : PaiAnswer
    {
        if (status is < 200 or > 299)
            throw Refusal(call, status, headers, ErrorBody.Parse(body));

        T answer;
        try
        {
            // Writes may be answered with nothing at all.
            answer = LenientReader.Read(body.IsEmpty && !call.IsRead ? "{}"u8 : body.Span, type);
        }
        catch (JsonException exception)
        {
            throw Fault(call, PaiErrorCodes.InvalidAnswer, "The answer is not the JSON object it should be.", exception, status, Header(headers, "x-acs-request-id"));
        }

        // DSW reports faults under HTTP 200 as well.
        if (answer is DswAnswer { Success: false } envelope)
            throw Refusal(call, envelope.HttpStatusCode ?? status, headers, new ErrorBody(envelope.Code ?? "InternalError", envelope.Message, envelope.RequestId));
        return answer;
    }

    /// <summary>A fault without an answer of the cloud's.</summary>
    internal static PaiApiException Fault(
        PaiCall call, string code, string message, Exception? inner = null, int? status = null, string? requestId = null) =>
        new(call.Product.Code, call.Action, code, message, inner)
        {
            HttpStatus = status,
            RequestId = requestId,
            Certainty = call.IsRead || code is PaiErrorCodes.ConnectionFailed or PaiErrorCodes.NoCredentials ? Certainty.NotExecuted : Certainty.Unknown,
        };

    /// <summary>What an error answer means.</summary>
    internal static PaiApiException Refusal(PaiCall call, int status, HttpResponseHeaders headers, ErrorBody body)
    {
        var code = string.IsNullOrEmpty(body.Code) ? string.Create(CultureInfo.InvariantCulture, $"Http{status}") : body.Code;
        return new PaiApiException(call.Product.Code, call.Action, code, body.Message ?? "The answer holds no message.")
        {
            HttpStatus = status,
            RequestId = body.RequestId ?? Header(headers, "x-acs-request-id") ?? Header(headers, "x-oss-request-id"),
            Endpoint = body.Endpoint,
            RetryAfter = RetryAfter(headers),
            Certainty = MayHaveHappened(call, status, code) ? Certainty.Unknown : Certainty.NotExecuted,
        };
    }

    // A reused nonce means that a layer below sent the same request twice and this is the answer to the second.
    private static bool MayHaveHappened(PaiCall call, int status, string code) =>
        !call.IsRead && !PaiErrorCodes.IsThrottling(status, code)
        && (status is (>= 500 and not 501) or 408 || code == "InternalError" || PaiErrorCodes.IsReusedNonce(code));

    // The standard header has a unit. That of x-acs-retry-after is not documented: nobody asks for a pause of more than 100 s or of less than 100 ms.
    private static TimeSpan? RetryAfter(HttpResponseHeaders headers)
    {
        if (headers.RetryAfter?.Delta is { } delta)
            return delta;
        if (double.TryParse(Header(headers, "x-acs-retry-after"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number < 100 ? TimeSpan.FromSeconds(number) : TimeSpan.FromMilliseconds(number);
        return headers.RetryAfter?.Date is { } until && headers.Date is { } now && until > now ? until - now : null;
    }

    internal static string? Header(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
