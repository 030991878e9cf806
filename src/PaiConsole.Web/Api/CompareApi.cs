using System.Text;
using PaiConsole.Domain.Jobs.Comparing;
using PaiConsole.Engine;
using PaiConsole.Engine.Jobs.Comparing;
using PaiConsole.Web.Api.Docs;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/jobs/compare</c>: jobs side by side, as JSON or CSV.</summary>
internal static class CompareApi
{
    public static void Map(RouteGroupBuilder jobs) => jobs.MapGet("/compare", CompareAsync)
        .TakesQuery(
            new QueryParameter("ids", $"JobIds, 2 to {JobComparison.Most}; separated by comma or repeated."),
            new QueryParameter("all", "true: also the fields in which they are the same."), new QueryParameter("format", "json or csv; json when absent."))
        .Produces<ComparisonView>().ProducesProblem(StatusCodes.Status404NotFound)
        .WithName("compareJobs").WithSummary("Compare jobs")
        .WithDescription("The fields in which they differ, queue and run time, cost, and from the cloud now the last logged loss and step, mean GPU use and peak of GPU memory. In CSV no cell is a formula.");

    private static async Task<IResult> CompareAsync(HttpRequest request, CompareQueries compare, CloudNow cloud, CancellationToken ct)
    {
        QueryFields.Demand(request.Query, "ids", "all", "format");
        var ids = QueryFields.Words(request.Query, "ids").Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count < 2 || ids.Count > JobComparison.Most)
            throw ApiProblem.BadRequest($"ids names 2 to {JobComparison.Most} jobs.");
        var all = QueryFields.Flag(request.Query, "all");
        var format = QueryFields.Text(request.Query, "format") ?? "json";
        if (format is not ("json" or "csv"))
            throw ApiProblem.BadRequest($"format is json or csv, not '{format}'.");
        var known = await compare.OfAsync(ids, ct);
        if (known.Jobs.Count == 0)
            throw ApiProblem.NotFound("job", ids[0]);
        var now = await compare.InCloudAsync(known.Jobs, ct);
        // A byte order mark, without which spreadsheets take UTF-8 for something else.
        return format == "csv"
            ? Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(ComparisonView.Csv(known, now, all))], "text/csv; charset=utf-8", "jobs.csv")
            : TypedResults.Ok(ComparisonView.From(known, now, all, cloud.UtcNow));
    }
}
