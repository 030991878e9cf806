using System.Text;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Web.Api.Docs;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/jobs/{id}/logs</c>: what pods wrote.</summary>
internal static class JobLogsApi
{
    public static void Map(RouteGroupBuilder jobs)
    {
        jobs.MapGet("/{id}/logs", NewestAsync).TakesQuery(
                new("pod", "PodId; the first pod when absent."), new("uid", "PodUid of an earlier attempt of the pod."),
                new("tail", "How many of the newest lines, 1 to 2000; 200 when absent.", IsNumber: true))
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status502BadGateway)
            .WithName("getJobLogs").WithSummary("Log of a pod").WithDescription("The newest lines of one pod, read from the cloud now (DLC GetJob, GetPodLogs).");
        jobs.MapGet("/{id}/logs/file", FileAsync).TakesQuery(
                new("pod", "PodId; the first pod when absent."), new("uid", "PodUid of an earlier attempt of the pod."))
            .Produces<string>(StatusCodes.Status200OK, "text/plain")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status502BadGateway)
            .WithName("getJobLogFile").WithSummary("Whole log of a pod")
            .WithDescription("Every line of one pod as the cloud keeps it, as a file. It is sent as it is read; an answer that breaks off is not whole.");
    }

    private static async Task<LogView> NewestAsync(string id, HttpRequest request, JobQueries jobs, PodLogs logs, CancellationToken ct)
    {
        QueryFields.Demand(request.Query, "pod", "uid", "tail");
        var tail = QueryFields.Number(request.Query, "tail", 1, 2_000, 200);
        var (name, pods) = await NameAsync(id, request, jobs, ct);
        return name is null ? new LogView("", [], []) : new LogView(name.PodId, pods, await logs.NewestAsync(name, tail, ct));
    }

    private static async Task FileAsync(string id, HttpContext context, JobQueries jobs, PodLogs logs)
    {
        var (request, response, ct) = (context.Request, context.Response, context.RequestAborted);
        QueryFields.Demand(request.Query, "pod", "uid");
        var (name, _) = await NameAsync(id, request, jobs, ct);
        if (name is null)
            throw ApiProblem.NotFound("pod", "of this job");
        // The first portion is read before anything is sent: until then a fault can still be told as one.
        await using var portions = logs.WholeAsync(name, ct).GetAsyncEnumerator(ct);
        var more = await portions.MoveNextAsync();
        response.ContentType = "text/plain; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(name)}\"";
        response.Headers.CacheControl = "no-store";
        try
        {
            for (; more; more = await portions.MoveNextAsync())
                await WriteAsync(response, portions.Current, ct);
        }
        catch (CloudUnavailableException)
        {
            context.Abort(); // a file that ends early must not look whole
        }
    }

    private static async Task WriteAsync(HttpResponse response, IReadOnlyList<string> lines, CancellationToken ct)
    {
        foreach (var line in lines)
        {
            Encoding.UTF8.GetBytes(line, response.BodyWriter);
            Encoding.UTF8.GetBytes("\n", response.BodyWriter);
        }
        await response.BodyWriter.FlushAsync(ct);
    }

    private static string FileName(PodLogName name)
    {
        var text = name.Uid is null ? name.PodId : $"{name.PodId}-{name.Uid}";
        return string.Concat(text.Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' ? sign : '_')) + ".log";
    }

    private static async Task<(PodLogName? Name, IReadOnlyList<string> Pods)> NameAsync(string id, HttpRequest request, JobQueries jobs, CancellationToken ct)
    {
        if (await jobs.RowAsync(id, ct) is null)
            throw ApiProblem.NotFound("job", id);
        var pods = await jobs.PodsAsync(id, ct);
        List<string> ids = [.. pods.Select(pod => pod.Id)];
        if ((QueryFields.Text(request.Query, "pod") ?? ids.FirstOrDefault()) is not { } wanted)
            return (null, ids);
        var pod = pods.FirstOrDefault(pod => pod.Id == wanted) ?? throw ApiProblem.NotFound("pod", wanted);
        var uid = QueryFields.Text(request.Query, "uid");
        if (uid is not null && uid != pod.Uid && pod.Earlier.All(earlier => earlier.Uid != uid))
            throw ApiProblem.NotFound("attempt of this pod", uid);
        return (new PodLogName(id, wanted, uid), ids);
    }
}
