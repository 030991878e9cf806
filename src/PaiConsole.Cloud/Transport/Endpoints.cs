using System.Text.RegularExpressions;

namespace PaiConsole.Cloud.Transport;

/// <summary>Where each product is reached.</summary>
internal static partial class Endpoints
{
    /// <exception cref="ArgumentException">The configured address is not one calls may be sent to.</exception>
    internal static Uri Resolve(PaiProduct product, PaiCloudOptions options)
    {
        if (Configured(product, options) is { } configured)
            return configured;
        if (!IsRegion(options.Region))
            throw new ArgumentException($"'{options.Region}' is not a region id.", nameof(options));
        if (product == PaiProduct.Oss)
            return OssRegion(options.Region, options);
        return new Uri($"https://{(options.UseVpcEndpoints ? product.VpcHost : product.Host)}.{options.Region}.aliyuncs.com");
    }

    /// <summary>The address that the settings name for a product; null for none. OSS is never where everything else is.</summary>
    internal static Uri? Configured(PaiProduct product, PaiCloudOptions options) =>
        options.Endpoints.TryGetValue(product.Code, out var configured) || (product != PaiProduct.Oss && options.Endpoints.TryGetValue("*", out configured))
            ? Check(product, configured, options)
            : null;

    /// <summary>OSS of a region, where no address is configured.</summary>
    internal static Uri OssRegion(string region, PaiCloudOptions options) => new($"https://{OssHost(region, options)}");

    internal static string OssHost(string region, PaiCloudOptions options) => $"oss-{region}{(options.UseVpcEndpoints ? "-internal" : "")}.aliyuncs.com";

    /// <summary>Whether a text may be part of a host name as a region.</summary>
    internal static bool IsRegion(string text) => RegionId().IsMatch(text);

    // Whoever can change this setting decides where signed requests go, so it names official hosts, allowed ones or this machine.
    private static Uri Check(PaiProduct product, string configured, PaiCloudOptions options)
    {
        if (!Uri.TryCreate(configured, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.PathAndQuery != "/")
            throw new ArgumentException($"Endpoint of {product.Code}: '{configured}' is not a base address such as https://host.", nameof(options));
        if (uri.IsLoopback && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps))
            return uri;
        if (uri.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException($"Endpoint of {product.Code}: {configured} must use https (http is for loopback only).", nameof(options));
        if (!uri.IdnHost.EndsWith(".aliyuncs.com", StringComparison.OrdinalIgnoreCase) && !options.AllowedHosts.Contains(uri.IdnHost))
            throw new ArgumentException($"Endpoint of {product.Code}: host {uri.IdnHost} is neither under aliyuncs.com nor allowed.", nameof(options));
        return uri;
    }

    [GeneratedRegex("^[a-z]{2,}(-[a-z0-9]+)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex RegionId();
}
