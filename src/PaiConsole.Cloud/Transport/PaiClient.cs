using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PaiConsole.Cloud.Transport;

/// <summary>The few forms in which the REST-style products are called.</summary>
internal sealed class PaiClient(PaiTransport transport, PaiProduct product)
{
    internal Task<T> ReadAsync<T>(string action, string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : PaiAnswer =>
        transport.SendAsync(PaiCall.Read(product, action, path), answer, cancellationToken);

    internal Task<T> ReadAsync<TQuery, T>(string action, string path, TQuery query, JsonTypeInfo<TQuery> queryType, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : PaiAnswer =>
        transport.SendAsync(PaiCall.Read(product, action, path, WireQuery.From(query, queryType)), answer, cancellationToken);

    /// <summary>A change without a body, done at most once.</summary>
    internal Task<T> DoAsync<T>(HttpMethod method, string action, string path, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : PaiAnswer =>
        transport.SendAsync(new PaiCall(product, action, method, path), answer, cancellationToken);

    /// <summary>A change with a body, done at most once.</summary>
    internal Task<T> DoAsync<TBody, T>(HttpMethod method, string action, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : PaiAnswer =>
        transport.SendAsync(new PaiCall(product, action, method, path) { Body = JsonSerializer.SerializeToUtf8Bytes(body, bodyType) }, answer, cancellationToken);

    /// <summary>A change that sets a value: doing it twice is the same as doing it once.</summary>
    internal Task<T> SetAsync<TBody, T>(string action, string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : PaiAnswer =>
        transport.SendAsync(
            new PaiCall(product, action, HttpMethod.Put, path) { Body = JsonSerializer.SerializeToUtf8Bytes(body, bodyType), IsIdempotent = true }, answer, cancellationToken);

    internal Task<T> SendAsync<T>(PaiCall call, JsonTypeInfo<T> answer, CancellationToken cancellationToken)
        where T : PaiAnswer =>
        transport.SendAsync(call, answer, cancellationToken);
}
