using PaiConsole.Domain.Notebooks;
using PaiConsole.Engine;
using PaiConsole.Engine.Notebooks;
using PaiConsole.Web.Api.Bodies;
using PaiConsole.Web.Api.Docs;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/notebooks</c>: DSW instances.</summary>
internal static class NotebooksApi
{
    public static void Map(RouteGroupBuilder notebooks)
    {
        notebooks.MapGet("", ListAsync).TakesListQuery()
            .WithName("listNotebooks").WithSummary("Notebooks")
            .WithDescription("One page of notebooks, newest first unless sorted. Rows come from the console's database; asOf says how old they are.");
        notebooks.MapGet("/{id}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getNotebook").WithSummary("One notebook").WithDescription("With its state timeline, its commands and the price behind its rate.");

        var commands = notebooks.MapCommands();
        commands.MapPost("", CreateAsync).Accepts<NotebookSpec>("application/json").TakesDryRun<NotebookSpec>().AnswersOperation()
            .WithName("createNotebook").WithSummary("Create a notebook")
            .WithDescription("DSW CreateInstance, and CreateIdleInstanceCuller once it exists when the spec has an idleRule.");
        commands.MapPost("/{id}/start", (string id, CommandCall call, NotebookCommands notebook) =>
                call.SendAsync((actor, ask, ct) => notebook.StartAsync(actor, id, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("startNotebook").WithSummary("Start").WithDescription("DSW StartInstance. It costs money from then on.");
        commands.MapPost("/{id}/stop", (string id, CommandCall call, NotebookCommands notebook) =>
                call.SendAsync((actor, ask, ct) => notebook.StopAsync(actor, id, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("stopNotebook").WithSummary("Stop").WithDescription("DSW StopInstance. Everything that runs in it ends.");
        commands.MapPost("/{id}/sku", (string id, CommandCall call, NotebookCommands notebook) =>
                call.SendAsync<SkuBody>((actor, body, ask, ct) => body.Restart
                    ? notebook.MoveAsync(actor, id, body.Sku, start: true, ask, ct)
                    : notebook.ChangeSkuAsync(actor, id, body.Sku, ask, ct)))
            .Accepts<SkuBody>("application/json").TakesDryRun().AnswersOperation()
            .WithName("setNotebookSku").WithSummary("Another instance type").WithDescription("DSW UpdateInstance; the notebook must be stopped, unless restart is true: then it is stopped, changed and started in one go.");
        commands.MapPost("/{id}/idle-rule", (string id, CommandCall call, NotebookCommands notebook) =>
                call.SendAsync<IdleRule>((actor, rule, ask, ct) => notebook.SetIdleRuleAsync(actor, id, rule, ask, ct)))
            .Accepts<IdleRule>("application/json").TakesDryRun().AnswersOperation()
            .WithName("setIdleRule").WithSummary("Set the idle rule").WithDescription("DSW CreateIdleInstanceCuller: stops it after it idled this long below both thresholds.");
        commands.MapDelete("/{id}/idle-rule", (string id, CommandCall call, NotebookCommands notebook) =>
                call.SendAsync((actor, ask, ct) => notebook.RemoveIdleRuleAsync(actor, id, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("removeIdleRule").WithSummary("Remove the idle rule").WithDescription("DSW DeleteIdleInstanceCuller.");
        commands.MapPost("/{id}/shutdown-timer", (string id, CommandCall call, NotebookCommands notebook) =>
                call.SendAsync<TimerBody>((actor, body, ask, ct) => notebook.SetShutdownTimerAsync(actor, id, body.DueAt, ask, ct)))
            .Accepts<TimerBody>("application/json").TakesDryRun().AnswersOperation()
            .WithName("setShutdownTimer").WithSummary("Stop at a time").WithDescription("DSW CreateInstanceShutdownTimer: stops it then, whatever it does.");
        commands.MapDelete("/{id}/shutdown-timer", (string id, CommandCall call, NotebookCommands notebook) =>
                call.SendAsync((actor, ask, ct) => notebook.RemoveShutdownTimerAsync(actor, id, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("removeShutdownTimer").WithSummary("Do not stop at a time").WithDescription("DSW DeleteInstanceShutdownTimer.");
        commands.MapDelete("/{id}", (string id, CommandCall call, NotebookCommands notebook) =>
                call.SendAsync((actor, ask, ct) => notebook.DeleteAsync(actor, id, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("deleteNotebook").WithSummary("Delete").WithDescription("DSW DeleteInstance, with its system disk.");
    }

    private static async Task<ListView<NotebookView>> ListAsync(HttpRequest request, NotebookQueries notebooks, CloudNow cloud, CancellationToken ct)
    {
        var page = await notebooks.ListAsync(ListQuery.Read(request), ct);
        var now = cloud.UtcNow;
        return ListViews.Of(page, row => new NotebookView(row, now, page.Look.AsOf));
    }

    private static async Task<NotebookDetailView> GetAsync(string id, NotebookQueries notebooks, CloudNow cloud, CancellationToken ct) =>
        await notebooks.GetAsync(id, ct) is { } detail ? new NotebookDetailView(detail, cloud.UtcNow) : throw ApiProblem.NotFound("notebook", id);

    private static async Task<IResult> CreateAsync(CommandCall call, NotebookCommands notebooks)
    {
        var isDryRun = call.ReadDryRun();
        var spec = await JsonBody.ReadAsync<NotebookSpec>(call.Request);
        return isDryRun
            ? notebooks.Preview(spec).ToResult()
            : CommandCall.Answer(await notebooks.CreateAsync(call.Actor, spec, call.Key, call.Aborted));
    }
}

/// <summary>Another instance type.</summary>
/// <param name="Sku">ECS instance type, such as <c>ecs.gn7i-c8g1.2xlarge</c>.</param>
/// <param name="Restart">Stop it where it runs, and start it afterwards.</param>
public sealed record SkuBody(string Sku, bool Restart = false);

/// <summary>When to stop.</summary>
/// <param name="DueAt">An instant of the cloud's clock, in the future.</param>
public sealed record TimerBody(DateTimeOffset DueAt);
