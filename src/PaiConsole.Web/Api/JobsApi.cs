using PaiConsole.Domain.Jobs;
using PaiConsole.Domain.Jobs.Manifests;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine;
using PaiConsole.Engine.Jobs;
using PaiConsole.Engine.Resumption;
using PaiConsole.Web.Api.Bodies;
using PaiConsole.Web.Api.Docs;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/jobs</c>: DLC jobs.</summary>
internal static class JobsApi
{
    private static readonly string[] _yaml = ["application/yaml", "application/x-yaml", "text/yaml"];
    private static readonly string[] _python = ["text/x-python", "application/x-python"];

    public static void Map(RouteGroupBuilder jobs)
    {
        jobs.MapGet("", ListAsync).TakesListQuery()
            .WithName("listJobs").WithSummary("Jobs")
            .WithDescription("One page of jobs, newest first unless sorted. Rows come from the console's database; asOf says how old they are.");
        jobs.MapGet("/{id}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getJob").WithSummary("One job").WithDescription("With its roles, pods, state timeline, commands and the prices behind its rate.");
        jobs.MapGet("/{id}/logs", LogsAsync).TakesQuery(
                new("pod", "PodId; the first pod when absent."), new("tail", "How many of the newest lines, 1 to 2000; 200 when absent.", IsNumber: true))
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status502BadGateway)
            .WithName("getJobLogs").WithSummary("Log of a pod").WithDescription("The newest lines of one pod, read from the cloud now (DLC GetJob, GetPodLogs).");

        jobs.MapGet("/{id}/run", RunAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getJobRun").WithSummary("The run of a job")
            .WithDescription("All jobs that go on from one another, when spot machines were taken, where the run went on, and what that cost.");

        var commands = jobs.MapCommands();
        commands.MapPost("", CreateAsync).Accepts<JobSpec>("application/json", "application/yaml", "text/x-python").TakesDryRun<JobSpec>().AnswersOperation()
            .WithName("submitJob").WithSummary("Submit a job")
            .WithDescription("DLC CreateJob. The body is a job spec, with content-type application/yaml a PyTorchJob manifest or the spec in YAML, or with text/x-python the SDK's Estimator call, "
                + "which is read and never run; what was assumed on the way is in the findings. A dry run offers repairs with its findings, and tells what follows from the spec.");
        commands.MapPost("/{id}/stop", (string id, CommandCall call, JobCommands job) =>
                call.SendAsync((actor, ask, ct) => job.StopAsync(actor, id, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("stopJob").WithSummary("Stop").WithDescription("DLC StopJob. A stopped job cannot be resumed, only submitted again.");
        commands.MapPost("/{id}/resume", (string id, CommandCall call, ResumeCommands resumption) => ResumeAsync(id, call, resumption))
            .AnswersOperation().WithName("resumeJob").WithSummary("Go on from the newest checkpoint")
            .WithDescription("DLC CreateJob for a job that failed or was stopped, from the newest complete checkpoint it has written. Asked twice, it answers with the operation of the first time.");
        commands.MapPost("/{id}/clone", CloneAsync).TakesDryRun<JobSpec>().AnswersOperation()
            .WithName("cloneJob").WithSummary("Submit again").WithDescription("DLC CreateJob with the spec of an existing job.");
        commands.MapPost("/{id}/priority", (string id, CommandCall call, JobCommands job) =>
                call.SendAsync<PriorityBody>((actor, body, ask, ct) => job.SetPriorityAsync(actor, id, body.Priority, ask, ct)))
            .Accepts<PriorityBody>("application/json").TakesDryRun().AnswersOperation()
            .WithName("setJobPriority").WithSummary("Change the priority").WithDescription("DLC UpdateJob, 1 to 9.");
        commands.MapDelete("/{id}", (string id, CommandCall call, JobCommands job) =>
                call.SendAsync((actor, ask, ct) => job.DeleteAsync(actor, id, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("deleteJob").WithSummary("Delete").WithDescription("DLC DeleteJob; the job must have finished.");
    }

    private static async Task<ListView<JobView>> ListAsync(HttpRequest request, JobQueries jobs, CloudNow cloud, CancellationToken ct)
    {
        var page = await jobs.ListAsync(ListQuery.Read(request), ct);
        var now = cloud.UtcNow;
        return ListViews.Of(page, row => new JobView(row, now, page.Look.AsOf));
    }

    private static async Task<JobDetailView> GetAsync(string id, JobQueries jobs, CloudNow cloud, CancellationToken ct) =>
        await jobs.GetAsync(id, ct) is { } detail ? new JobDetailView(detail, cloud.UtcNow) : throw ApiProblem.NotFound("job", id);

    private static async Task<RunView> RunAsync(string id, RunQueries runs, CancellationToken ct) =>
        await runs.OfAsync(id, ct) is { } run ? new RunView(run) : throw ApiProblem.NotFound("job", id);

    private static async Task<IResult> ResumeAsync(string id, CommandCall call, ResumeCommands resumption)
    {
        await JsonBody.DemandNoneAsync(call.Request);
        return CommandCall.Answer(await resumption.ResumeAsync(call.Actor, id, call.Aborted));
    }

    private static async Task<LogView> LogsAsync(string id, HttpRequest request, JobQueries jobs, CancellationToken ct)
    {
        QueryFields.Demand(request.Query, "pod", "tail");
        var tail = QueryFields.Number(request.Query, "tail", 1, 2_000, 200);
        if (await jobs.RowAsync(id, ct) is null)
            throw ApiProblem.NotFound("job", id);
        var pods = (await jobs.PodsAsync(id, ct)).Select(pod => pod.Id).ToList();
        if ((QueryFields.Text(request.Query, "pod") ?? pods.FirstOrDefault()) is not { } wanted)
            return new LogView("", [], []);
        if (!pods.Contains(wanted, StringComparer.Ordinal))
            throw ApiProblem.NotFound("pod", wanted);
        return new LogView(wanted, pods, await jobs.LogsAsync(id, wanted, podUid: null, since: null, tail, ct));
    }

    private static async Task<IResult> CreateAsync(CommandCall call, JobCommands jobs, JobAdvice advice)
    {
        var content = call.Request.ContentType?.Split(';')[0].Trim();
        if (_yaml.Contains(content, StringComparer.OrdinalIgnoreCase))
            return await ImportAsync(call, jobs, advice, jobs.Import);
        if (_python.Contains(content, StringComparer.OrdinalIgnoreCase))
            return await ImportAsync(call, jobs, advice, jobs.ImportEstimator);
        var isDryRun = call.ReadDryRun();
        var spec = await JsonBody.ReadAsync<JobSpec>(call.Request);
        return isDryRun
            ? JobPreviewView.Of(jobs.Preview(spec), advice)
            : CommandCall.Answer(await jobs.SubmitAsync(call.Actor, spec, imported: null, call.Key, call.Aborted));
    }

    private static async Task<IResult> ImportAsync(CommandCall call, JobCommands jobs, JobAdvice advice, Func<string, JobImport> read)
    {
        var isDryRun = call.ReadDryRun();
        var import = read(await JsonBody.TextAsync(call.Request));
        if (isDryRun)
            return JobPreviewView.Of(jobs.Preview(import.Spec, import.Assumptions) with { Findings = import.Findings }, advice);
        // The findings of the import leave out what follows from a fault already told, such as an empty SKU where none fits.
        if (import.Findings.Any(finding => finding.Severity == Severity.Error))
            throw new ApiProblem(StatusCodes.Status400BadRequest, "The job cannot be submitted as it is") { Findings = import.Findings };
        return CommandCall.Answer(await jobs.SubmitAsync(call.Actor, import.Spec, import.Assumptions, call.Key, call.Aborted));
    }

    private static async Task<IResult> CloneAsync(string id, CommandCall call, JobCommands jobs)
    {
        var isDryRun = call.ReadDryRun();
        await JsonBody.DemandNoneAsync(call.Request);
        if (!isDryRun)
            return CommandCall.Answer(await jobs.CloneAsync(call.Actor, id, call.Key, call.Aborted));
        return await jobs.SpecOfAsync(id, call.Aborted) is { } spec ? jobs.Preview(spec).ToResult() : throw ApiProblem.NotFound("job", id);
    }
}

/// <summary>Another priority.</summary>
/// <param name="Priority">1 to 9, 9 being the most urgent.</param>
public sealed record PriorityBody(int Priority);
