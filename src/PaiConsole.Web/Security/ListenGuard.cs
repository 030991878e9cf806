using System.Net;

namespace PaiConsole.Web.Security;

/// <summary>Decides where the console may listen: on loopback freely, elsewhere only with authentication configured.</summary>
internal static class ListenGuard
{
    private const string Default = "http://127.0.0.1:5080";

    /// <summary>Listens on <c>http://127.0.0.1:5080</c> unless the environment or the command line says otherwise.</summary>
    public static void ListenOnLoopbackByDefault(this WebApplicationBuilder builder)
    {
        if (Addresses(builder.Configuration).Count == 0)
            builder.WebHost.UseUrls(Default);
    }

    /// <summary>False, after saying why and what to set, when an address is open to others and no token was configured.</summary>
    public static bool MayListen(this WebApplication app)
    {
        var open = Addresses(app.Configuration).Where(address => !IsLoopback(address)).ToList();
        if (open.Count == 0 || app.Services.GetRequiredService<BootstrapToken>().IsConfigured)
            return true;
        Console.Error.WriteLine(
            $"""
            PaiConsole does not listen on {string.Join(", ", open)} without authentication configured.
            Set a sign-in token of your own, at least 16 characters, and the host names people will use:
              Auth__BootstrapToken=<token>   AllowedHosts=<name>
            or listen on this machine only: ASPNETCORE_URLS={Default}
            """);
        return false;
    }

    internal static IReadOnlyList<string> Addresses(IConfiguration configuration)
    {
        var urls = Split(configuration["urls"]);
        if (urls.Count == 0)
        {
            urls.AddRange(Split(configuration["http_ports"]).Select(port => $"http://*:{port}"));
            urls.AddRange(Split(configuration["https_ports"]).Select(port => $"https://*:{port}"));
        }
        urls.AddRange(configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => endpoint["Url"]).OfType<string>());
        return urls;
    }

    internal static bool IsLoopback(string url)
    {
        var host = BindingAddress.Parse(url).Host;
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }

    private static List<string> Split(string? list) =>
        [.. (list ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
