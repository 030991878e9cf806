using PaiConsole.Domain.Services;
using PaiConsole.Engine;
using PaiConsole.Engine.Services;
using PaiConsole.Web.Api.Bodies;
using PaiConsole.Web.Api.Docs;
using PaiConsole.Web.Api.Views;

namespace PaiConsole.Web.Api;

/// <summary><c>/api/v1/services</c>: EAS services. Their identity is the name.</summary>
internal static class ServicesApi
{
    public static void Map(RouteGroupBuilder services)
    {
        services.MapGet("", ListAsync).TakesListQuery()
            .WithName("listServices").WithSummary("Model services")
            .WithDescription("One page of services, newest first unless sorted. Rows come from the console's database; asOf says how old they are.");
        services.MapGet("/{name}", GetAsync).ProducesProblem(StatusCodes.Status404NotFound)
            .WithName("getService").WithSummary("One service").WithDescription("With its configuration, state timeline, commands and the price of a replica.");

        var commands = services.MapCommands();
        commands.MapPost("", CreateAsync).Accepts<ServiceSpec>("application/json").TakesDryRun<ServiceSpec>().AnswersOperation()
            .WithName("createService").WithSummary("Deploy a service").WithDescription("EAS CreateService.");
        commands.MapPost("/{name}/start", (string name, CommandCall call, ServiceCommands service) =>
                call.SendAsync((actor, ask, ct) => service.StartAsync(actor, name, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("startService").WithSummary("Start").WithDescription("EAS StartService. It costs money from then on.");
        commands.MapPost("/{name}/stop", (string name, CommandCall call, ServiceCommands service) =>
                call.SendAsync((actor, ask, ct) => service.StopAsync(actor, name, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("stopService").WithSummary("Stop").WithDescription("EAS StopService. It answers nothing until it is started again.");
        commands.MapPost("/{name}/restart", (string name, CommandCall call, ServiceCommands service) =>
                call.SendAsync((actor, ask, ct) => service.RestartAsync(actor, name, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("restartService").WithSummary("Restart").WithDescription("EAS RestartService: the replicas one after another.");
        commands.MapPost("/{name}/scale", (string name, CommandCall call, ServiceCommands service) =>
                call.SendAsync<ScaleBody>((actor, body, ask, ct) => service.ScaleAsync(actor, name, body.Replicas, ask, ct)))
            .Accepts<ScaleBody>("application/json").TakesDryRun().AnswersOperation()
            .WithName("scaleService").WithSummary("Scale").WithDescription("EAS ScaleService, 0 to 1000 replicas.");
        commands.MapDelete("/{name}", (string name, CommandCall call, ServiceCommands service) =>
                call.SendAsync((actor, ask, ct) => service.DeleteAsync(actor, name, ask, ct)))
            .TakesDryRun().AnswersOperation().WithName("deleteService").WithSummary("Delete").WithDescription("EAS DeleteService, with its endpoint.");
    }

    private static async Task<ListView<ServiceView>> ListAsync(HttpRequest request, ServiceQueries services, CloudNow cloud, CancellationToken ct)
    {
        var page = await services.ListAsync(ListQuery.Read(request), ct);
        var now = cloud.UtcNow;
        return ListViews.Of(page, row => new ServiceView(row, now, page.Look.AsOf));
    }

    private static async Task<ServiceDetailView> GetAsync(string name, ServiceQueries services, CloudNow cloud, CancellationToken ct) =>
        await services.GetAsync(name, ct) is { } detail ? new ServiceDetailView(detail, cloud.UtcNow) : throw ApiProblem.NotFound("service", name);

    private static async Task<IResult> CreateAsync(CommandCall call, ServiceCommands services)
    {
        var isDryRun = call.ReadDryRun();
        var spec = await JsonBody.ReadAsync<ServiceSpec>(call.Request);
        return isDryRun
            ? services.Preview(spec).ToResult()
            : CommandCall.Answer(await services.CreateAsync(call.Actor, spec, call.Key, call.Aborted));
    }
}

/// <summary>Another number of replicas.</summary>
/// <param name="Replicas">0 to 1000.</param>
public sealed record ScaleBody(int Replicas);
