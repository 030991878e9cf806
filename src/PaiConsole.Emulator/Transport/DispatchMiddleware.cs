using System.Text.Json;
using PaiConsole.Emulator.Spec;

namespace PaiConsole.Emulator.Transport;

/// <summary>Innermost: checks the call against its documentation, does the work, adds the common envelope.</summary>
internal sealed class DispatchMiddleware(RequestDelegate next, World.World world, OperationCatalogue operations)
{
    private readonly RequestDelegate _ = next;

    public Task InvokeAsync(HttpContext context)
    {
        var exchange = WireExchange.Of(context);
        var spec = exchange.Operation!;
        var operation = operations.Find(spec) ?? throw WireError.NotEmulated(spec);
        var form = context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
        var query = form
            ? new WireQuery([.. exchange.UrlQuery.Pairs, .. WireQuery.Parse(System.Text.Encoding.UTF8.GetString(exchange.Body.Span)).Pairs])
            : exchange.UrlQuery;
        var body = form ? WireJson.EmptyObject : ParseBody(spec, exchange.Body);
        RequestCheck.Check(spec, query, body, world.Options.Strict);

        WireCall call = new()
        {
            RequestId = exchange.RequestId,
            Spec = spec,
            World = world,
            PathValues = exchange.PathValues,
            Query = query,
            Body = body,
        };
        var answer = world.Do(() => operation.Handle(call));
        exchange.Answer = Envelope(spec, exchange.RequestId, JsonSerializer.SerializeToUtf8Bytes(answer, WireJson.Wire));
        return Task.CompletedTask;
    }

    private static JsonElement ParseBody(OperationSpec spec, ReadOnlyMemory<byte> body)
    {
        if (body.Length == 0)
            return WireJson.EmptyObject;
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw WireError.Invalid(spec.Product, $"{spec.Name}: the body must be a JSON object.");
        }
        catch (JsonException error)
        {
            throw WireError.Invalid(spec.Product, $"{spec.Name}: the body is not JSON: {error.Message}");
        }
    }

    /// <summary>Puts what is documented of RequestId, Success and HttpStatusCode in front of the answer's own fields.</summary>
    private static byte[] Envelope(OperationSpec spec, string requestId, ReadOnlySpan<byte> answer)
    {
        var head = string.Join(',', new[]
        {
            spec.Answers("RequestId") ? $"\"RequestId\":\"{requestId}\"" : "",
            spec.Answers("Success") ? "\"Success\":true" : "",
            spec.Answers("HttpStatusCode") ? "\"HttpStatusCode\":200" : "",
        }.Where(f => f.Length > 0));
        var between = head.Length > 0 && answer.Length > 2 ? "," : "";
        return [.. System.Text.Encoding.UTF8.GetBytes("{" + head + between), .. answer[1..]];
    }
}
