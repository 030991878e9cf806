using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PaiConsole.Web.Tests.SigningIn;

/// <summary>The console without a cloud, unless one is named.</summary>
public sealed class ConsoleHost : WebApplicationFactory<PaiConsole.Web.Shell.App>
{
    public const string Token = "a-token-for-tests-only-0123456789";
    private readonly string _folder = Directory.CreateTempSubdirectory("paiconsole-web-").FullName;

    /// <summary>Its database file, for a second console after the first.</summary>
    public string Database { get => field ?? Path.Combine(_folder, "console.db"); init; }

    /// <summary>Null leaves the token to chance.</summary>
    public string? Configured { get; init; } = Token;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(Repository.Root);
        builder.UseSetting("Auth:BootstrapToken", Configured ?? "");
        builder.UseSetting("ConnectionStrings:PaiConsole", $"Data Source={Database}");
        builder.UseSetting("Emulator:Embedded", "false");
        builder.UseSetting("Emulator:Url", Emulator);
    }

    /// <summary>Where the cloud is; nothing answers there unless a test says so.</summary>
    public string Emulator { get; init; } = "http://127.0.0.1:9";

    public HttpClient Browser() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
