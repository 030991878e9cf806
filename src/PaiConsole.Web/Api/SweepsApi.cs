using PaiConsole.Domain.Jobs.Sweeps;
using PaiConsole.Engine;
using PaiConsole.Engine.Jobs.Sweeps;
using PaiConsole.Engine.Operations;
using PaiConsole.Web.Api.Bodies;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/sweeps</c>: one job many times over with other values.</summary>
internal static class SweepsApi
{
    public static void Map(RouteGroupBuilder sweeps)
    {
        sweeps.MapGet("/{id}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getSweep").WithSummary("One sweep").WithDescription("Its jobs with their values, and what they cost together. The group is read from the labels of the jobs.");

        var commands = sweeps.MapCommands();
        commands.MapPost("", SubmitAsync).Accepts<SweepSpec>("application/json")
            .WithMetadata(new CommandEndpoint(TakesDryRun: true)).Produces<SweepPreviewView>()
            .Produces<SweepTakenView>(StatusCodes.Status202Accepted).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status409Conflict)
            .WithName("submitSweep").WithSummary("Submit a sweep")
            .WithDescription("DLC CreateJob for each combination of a grid (parameters), or of a list (points), at most 100. A name is an option of the command (--learning_rate), sku, count, "
                + "or else an environment variable. {member} in command, environment and output path becomes the number of the job. All operations are written down before the first is sent.");
        commands.MapPost("/{id}/stop", StopAsync)
            .WithMetadata(new CommandEndpoint(TakesDryRun: true)).Produces<SweepStopView>().Produces<SweepStopView>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("stopSweep").WithSummary("Stop all its jobs").WithDescription("DLC StopJob for each job that can be stopped, once however often it is asked.");
    }

    private static async Task<SweepGroupView> GetAsync(string id, HttpRequest request, SweepQueries sweeps, CloudNow cloud, CancellationToken ct)
    {
        QueryFields.Demand(request.Query);
        return await sweeps.GetAsync(id, ct) is { } sweep ? SweepGroupView.From(sweep, cloud.UtcNow) : throw ApiProblem.NotFound("sweep", id);
    }

    private static async Task<IResult> SubmitAsync(CommandCall call, SweepCommands sweeps)
    {
        var isDryRun = call.ReadDryRun();
        var spec = await JsonBody.ReadAsync<SweepSpec>(call.Request);
        if (isDryRun)
            return TypedResults.Ok(SweepPreviewView.From(sweeps.Preview(spec)));
        var outcome = await sweeps.SubmitAsync(call.Actor, spec, call.Key, call.Aborted);
        return outcome.SweepId is { } id
            ? Results.Accepted($"{ConsoleApi.Root}/sweeps/{id}", new SweepTakenView(id, [.. outcome.Operations.Select(OperationView.From)]))
            : CommandCall.Answer(new CommandOutcome { Refusal = outcome.Refusal, Message = outcome.Message, Findings = outcome.Findings });
    }

    private static async Task<IResult> StopAsync(string id, CommandCall call, SweepCommands sweeps)
    {
        var ask = new CommandAsk(call.Key, call.ReadDryRun());
        await JsonBody.DemandNoneAsync(call.Request);
        var stop = await sweeps.StopAsync(call.Actor, id, ask, call.Aborted);
        return stop.Refusal != Refusal.None ? CommandCall.Answer(new CommandOutcome { Refusal = stop.Refusal, Message = stop.Message })
            : ask.DryRun ? TypedResults.Ok(SweepStopView.From(stop))
            : Results.Accepted($"{ConsoleApi.Root}/sweeps/{id}", SweepStopView.From(stop));
    }
}
