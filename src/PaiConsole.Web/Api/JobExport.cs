using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PaiConsole.Domain.Jobs.Comparing;
using PaiConsole.Engine;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/jobs/export</c>: the filtered list as a file, sent page by page as it is read.</summary>
internal static class JobExport
{
    private static readonly string[] _columns =
    [
        "id", "name", "type", "status", "phase", "owner", "workspaceId", "sku", "nodes", "gpus", "spot", "restarts", "createdAt", "finishedAt",
        "queuedSeconds", "ranSeconds", "currency", "ratePerHour", "rateIsUpperBound", "costToDate", "costIsLowerBound",
    ];
    private static readonly JsonWriterOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task SendAsync(HttpContext context, JobQueries jobs, CloudNow cloud)
    {
        var (request, response, ct) = (context.Request, context.Response, context.RequestAborted);
        var list = ListQuery.Read(request, "format");
        var isCsv = (QueryFields.Text(request.Query, "format") ?? "csv") switch
        {
            "csv" => true,
            "json" => false,
            var other => throw ApiProblem.BadRequest($"format is csv or json, not '{other}'."),
        };
        var now = cloud.UtcNow;
        // The first page is read before anything is sent: until then a fault can still be told as one.
        await using var pages = jobs.AllAsync(list, ct).GetAsyncEnumerator(ct);
        var more = await pages.MoveNextAsync();
        response.ContentType = isCsv ? "text/csv; charset=utf-8" : "application/json";
        response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"jobs-{now.UtcDateTime:yyyyMMdd-HHmmss}.{(isCsv ? "csv" : "json")}\"");
        response.Headers.CacheControl = "no-store";
        if (isCsv)
            Encoding.UTF8.GetBytes("\ufeff" + string.Join(',', _columns) + "\r\n", response.BodyWriter); // with a mark, or spreadsheets take Chinese names for something else
        else
            Encoding.UTF8.GetBytes("[", response.BodyWriter);
        var isFirst = true;
        for (; more; more = await pages.MoveNextAsync())
        {
            foreach (var row in pages.Current)
            {
                if (isCsv)
                    Encoding.UTF8.GetBytes(string.Join(',', Values(row, now).Select(Cell)) + "\r\n", response.BodyWriter);
                else
                    WriteJson(response, row, now, isFirst);
                isFirst = false;
            }
            await response.BodyWriter.FlushAsync(ct);
        }
        if (!isCsv)
            Encoding.UTF8.GetBytes("\n]\n", response.BodyWriter);
        await response.BodyWriter.FlushAsync(ct);
    }

    // In the order of the columns. Unknown is null, never 0.
    private static object?[] Values(JobRow row, DateTimeOffset now)
    {
        var (cost, toDate) = (row.Cost, row.Cost.ToDate(now));
        return
        [
            row.Id, row.Name, row.Type, row.StatusWord, row.Phase.ToString(), row.Owner.Name, row.WorkspaceId, row.Sku, row.Units, row.More?.Gpus, row.IsSpot, row.Restarts,
            row.CreatedAt, row.FinishedAt, Seconds(row.More?.Queued(now)), Seconds(row.More?.Ran(now)), cost.Settled.Currency, cost.PerHour?.Amount, cost.IsUpperBound,
            toDate?.Amount, cost.IsLowerBound || cost is { RunningSince: not null, PerHour: null },
        ];
    }

    private static long? Seconds(TimeSpan? span) => span is { } known ? (long)Math.Round(known.TotalSeconds) : null;

    private static void WriteJson(HttpResponse response, JobRow row, DateTimeOffset now, bool isFirst)
    {
        Encoding.UTF8.GetBytes(isFirst ? "\n" : ",\n", response.BodyWriter);
        using var json = new Utf8JsonWriter(response.BodyWriter, _json);
        json.WriteStartObject();
        foreach (var (name, value) in _columns.Zip(Values(row, now)))
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value);
        }
        json.WriteEndObject();
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        // Names come from strangers.
        string text => CsvText.Cell(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => "",
    };
}
