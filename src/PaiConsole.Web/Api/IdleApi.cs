using System.Globalization;
using PaiConsole.Engine;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Syncing;
using PaiConsole.Web.Api.Docs;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/idle</c>: who holds a GPU, and what that wastes.</summary>
internal static class IdleApi
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(92);

    public static void Map(RouteGroupBuilder idle)
    {
        idle.MapGet("", BoardAsync)
            .WithName("listGpuHolders").WithSummary("GPU holders").WithDescription("Every notebook that holds a GPU now, the one that has wasted most first.");
        idle.MapGet("/report", ReportAsync).TakesQuery(QueryParameter.From, QueryParameter.To)
            .WithName("getLeftOnReport").WithSummary("What was left on")
            .WithDescription("Between two instants; without them, the weekend: from Friday evening to Monday morning where the region is.");
    }

    private static async Task<ListView<NotebookView>> BoardAsync(HttpRequest request, NotebookQueries notebooks, CloudNow cloud, SyncHealth health, CancellationToken ct)
    {
        QueryFields.Demand(request.Query);
        var rows = await notebooks.GpuHoldersAsync(ct);
        var (now, look) = (cloud.UtcNow, health.Of(ResourceKind.Notebook));
        return new ListView<NotebookView>([.. rows.Select(row => new NotebookView(row, now, look.AsOf))], rows.Count, look.AsOf, look.IsStale, look.Problem);
    }

    private static async Task<LeftOnView> ReportAsync(HttpRequest request, LeftOnReports reports, CloudNow cloud, CancellationToken ct)
    {
        QueryFields.Demand(request.Query, "from", "to");
        var (from, to) = (Instant(request, "from"), Instant(request, "to"));
        if (from is null != to is null || from >= to)
            throw ApiProblem.BadRequest("from and to are given together, and from comes first.");
        if (from > cloud.UtcNow)
            throw ApiProblem.BadRequest("from lies in the future: nothing has been left on then yet.");
        if (to - from > Longest)
            throw ApiProblem.BadRequest($"from and to are at most {Longest.TotalDays:0} days apart.");
        var weekend = reports.Weekend();
        return LeftOnView.Of(await reports.OfAsync(from ?? weekend.From, to ?? weekend.To, ct));
    }

    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd"];

    private static DateTimeOffset? Instant(HttpRequest request, string name) => QueryFields.Text(request.Query, name) is not { } text ? null
        : DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at
        : throw ApiProblem.BadRequest($"{name} is an instant such as 2026-11-20T19:00:00+08:00, not '{text}'.");
}
