using System.Globalization;
using System.Net.Http.Headers;
using PaiConsole.Cloud.Credentials;
using PaiConsole.Cloud.Transport.Json;

namespace PaiConsole.Cloud.Transport;

/// <summary>Innermost before the network: each attempt gets its own date and nonce, so that a repeat is never refused as a replay.</summary>
internal sealed class SigningHandler(ICredentialsProvider credentials, TimeProvider time) : DelegatingHandler
{
    /// <summary>The call a request attempts.</summary>
    internal static readonly HttpRequestOptionsKey<PaiCall> Call = new("pai-call");

    /// <summary>The credentials an attempt was signed with.</summary>
    internal static readonly HttpRequestOptionsKey<Credentials.Credentials> SignedWith = new("pai-signed-with");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(Call, out var call))
            throw new InvalidOperationException("Only the transport sends through this handler.");

        var with = await credentials.GetAsync(cancellationToken);
        request.Options.Set(SignedWith, with);
        Sign(request, call, with);
        return await base.SendAsync(request, cancellationToken);
    }

    private void Sign(HttpRequestMessage request, PaiCall call, Credentials.Credentials with)
    {
        var uri = request.RequestUri!;
        var bodyHash = Acs3Signer.HashBody(call.Body);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = uri.IsDefaultPort ? uri.IdnHost : string.Create(CultureInfo.InvariantCulture, $"{uri.IdnHost}:{uri.Port}"),
            ["x-acs-action"] = call.Action,
            ["x-acs-version"] = call.Product.Version,
            ["x-acs-date"] = WireTime.Format(time.GetUtcNow(), WireTime.Iso),
            ["x-acs-signature-nonce"] = Guid.NewGuid().ToString("N"),
            ["x-acs-content-sha256"] = bodyHash,
        };
        if (with.SecurityToken is not null)
        {
            headers["x-acs-accesskey-id"] = with.AccessKeyId;
            headers["x-acs-security-token"] = with.SecurityToken;
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        // A literal, because MediaTypeHeaderValue could format it in another way than it was signed.
        const string json = "application/json; charset=utf-8";
        if (call.Body is not null && request.Content is not null)
        {
            request.Content.Headers.Remove("content-type");
            request.Content.Headers.TryAddWithoutValidation("content-type", json);
            headers["content-type"] = json;
        }

        var signature = Acs3Signer.Sign(call.Method.Method, call.Path, call.Query, headers, bodyHash, with.AccessKeyId, with.AccessKeySecret);
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", signature.Authorization);
        request.Headers.Accept.Clear();
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }
}
