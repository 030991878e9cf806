using PaiConsole.Engine.Notebooks;
using PaiConsole.Engine.Storage;
using PaiConsole.Web.Api.Docs;
using PaiConsole.Web.Api.Views;
using PaiConsole.Web.Security;

namespace PaiConsole.Web.Api;

/// <summary>What lies in OSS: under mounts, at a place, and the checkpoints of jobs. Asked of OSS at each call.</summary>
internal static class StorageApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/storage", LookAsync).TakesQuery(new QueryParameter("uri", "oss://bucket/folder/, or the id of a registered dataset."))
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .WithName("lookAtStorage").WithSummary("What lies at a place").WithDescription("OSS ListObjectsV2, at most four pages. Needs the role operator. A place that cannot be read is an answer too: see state.");
        api.MapGet("/notebooks/{id}/storage", OfNotebookAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getNotebookStorage").WithSummary("What lies under a notebook's mounts").WithDescription("OSS ListObjectsV2 for each mount, at most four pages each.");
        api.MapGet("/jobs/{id}/checkpoints", CheckpointsAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("listJobCheckpoints").WithSummary("Checkpoints of a job")
            .WithDescription("Found where the job's command writes, or in its mounts of OSS; ordered by step as a number; with the one that a restart would use and the steps it would do again.");
    }

    private static async Task<PlaceView> LookAsync(HttpContext http, StorageQueries storage, CancellationToken ct)
    {
        QueryFields.Demand(http.Request.Query, "uri");
        var source = QueryFields.Text(http.Request.Query, "uri") ?? throw ApiProblem.BadRequest("uri is missing: oss://bucket/folder/, or the id of a dataset.");
        return PlaceView.Of(await storage.LookAsync(http.User.ToActor(), source, ct));
    }

    private static async Task<ListView<PlaceView>> OfNotebookAsync(string id, HttpRequest request, NotebookQueries notebooks, StorageQueries storage, CancellationToken ct)
    {
        QueryFields.Demand(request.Query);
        var detail = await notebooks.GetAsync(id, ct) ?? throw ApiProblem.NotFound("notebook", id);
        var looks = await Task.WhenAll(detail.Notebook.Mounts.Select(mount => storage.LookAsync(mount, ct)));
        return ListViews.Whole(looks, looks.FirstOrDefault()?.At, PlaceView.Of);
    }

    private static async Task<CheckpointsView> CheckpointsAsync(string id, HttpRequest request, CheckpointQueries checkpoints, CancellationToken ct)
    {
        QueryFields.Demand(request.Query);
        return CheckpointsView.Of(await checkpoints.OfJobAsync(id, ct) ?? throw ApiProblem.NotFound("job", id));
    }
}
