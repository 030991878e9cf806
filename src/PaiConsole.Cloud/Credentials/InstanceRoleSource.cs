using System.Net;
using System.Text.Json;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Credentials;

/// <summary>
/// The RAM role of the ECS instance this runs on, read from its metadata service in the hardened mode (a session token first).
/// Null when there is no metadata service, as on any machine that is no ECS instance.
/// </summary>
internal sealed class InstanceRoleSource(Func<HttpClient> client, TimeProvider time, string? role = null) : ICredentialsSource
{
    internal static readonly Uri Metadata = new("http://100.100.100.200/");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public async Task<Credentials?> ReadAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var token = await AskAsync(HttpMethod.Put, "latest/api/token", "X-aliyun-ecs-metadata-token-ttl-seconds", "21600", either.Token);
            const string roles = "latest/meta-data/ram/security-credentials/";
            var name = role ?? (await AskAsync(HttpMethod.Get, roles, TokenHeader, token, either.Token))?.Trim();
            if (string.IsNullOrEmpty(name))
                return null;

            var json = await AskAsync(HttpMethod.Get, roles + Uri.EscapeDataString(name), TokenHeader, token, either.Token);
            return json is null ? null : Parse(json);
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private const string TokenHeader = "X-aliyun-ecs-metadata-token";

    private async Task<string?> AskAsync(HttpMethod method, string path, string header, string? value, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(Metadata, path));
        if (value is not null)
            request.Headers.TryAddWithoutValidation(header, value);
        using var response = await client().SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
            return null;
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    private static Credentials Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            string Text(string name) => root.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
            if (Text("AccessKeyId") is { Length: > 0 } id && Text("AccessKeySecret") is { Length: > 0 } secret)
                return new Credentials(id, secret, Text("SecurityToken"), WireTime.Parse(Text("Expiration")));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new CredentialsException($"The instance role's credentials cannot be read ({exception.GetType().Name}).");
        }

        throw new CredentialsException("The instance role's credentials are incomplete.");
    }
}
