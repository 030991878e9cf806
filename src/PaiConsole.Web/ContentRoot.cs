namespace PaiConsole.Web;

/// <summary>Where appsettings.json, wwwroot and the data folder are: the repository or the published folder.</summary>
internal static class ContentRoot
{
    /// <summary>The working directory when it holds the settings (<c>dotnet run</c>, Docker), else the folder of the program.</summary>
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = args.Any(arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase))
            ? null // named on the command line
            : File.Exists(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"))
            ? Directory.GetCurrentDirectory()
            : AppContext.BaseDirectory,
    };
}
