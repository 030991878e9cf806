namespace PaiConsole.Web.Shared;

/// <summary>Links whose address comes from the cloud.</summary>
public static class WebLink
{
    /// <summary>The address when it is http or https; null for anything a click must not run.</summary>
    public static string? Safe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri.AbsoluteUri
            : null;
}
