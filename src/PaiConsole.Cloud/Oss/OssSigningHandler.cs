using System.Globalization;
using System.Net.Http.Headers;
using PaiConsole.Cloud.Credentials;
using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Oss;

/// <summary>Innermost before the network: each attempt is signed anew with the present date and credentials.</summary>
internal sealed class OssSigningHandler(ICredentialsProvider credentials, TimeProvider time) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (!request.Options.TryGetValue(SigningHandler.Call, out var sent) || sent is not OssCall call)
            throw new InvalidOperationException("Only calls of OSS go through this handler.");

        var with = await credentials.GetAsync(cancellationToken);
        request.Options.Set(SigningHandler.SignedWith, with);
        var date = time.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["x-oss-date"] = date, ["x-oss-content-sha256"] = Oss4Signer.Payload };
        if (with.SecurityToken is not null)
            headers["x-oss-security-token"] = with.SecurityToken;
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (call.HostHeader is { } host)
            request.Headers.Host = host;
        if (call.MostBytes is { } most)
            request.Headers.Range = new RangeHeaderValue(0, most - 1);
        request.Headers.TryAddWithoutValidation("Authorization", Oss4Signer.Authorization(
            new Oss4Request(call.Method.Method, call.Resource, call.Query, headers), date, call.Region, with.AccessKeyId, with.AccessKeySecret));
        return await base.SendAsync(request, cancellationToken);
    }
}
