using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Notebooks;

using PaiConsole.Web.Api.Docs;

namespace PaiConsole.Web.Api;

/// <summary>The REST API: its table of contents.</summary>
internal static class ConsoleApi
{
    /// <summary>Maps <c>/api/v1</c>.</summary>
    public static void MapConsoleApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapGet("/notebooks", (NotebookQueries notebooks, CancellationToken ct) => notebooks.ListAsync(new ListRequest(), ct));
    }
}
