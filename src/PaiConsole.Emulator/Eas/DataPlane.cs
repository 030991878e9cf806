using PaiConsole.Emulator.Transport;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Eas;

/// <summary>
/// Calls of services themselves: <c>/api/predict/{service}</c>, <c>{group}</c> or <c>{group}.{member}</c> of any host name, with
/// the service's token. What a model would say is not modelled; who answers, how fast and whether it fails are.
/// </summary>
internal sealed class DataPlane(RequestDelegate next, World.World world)
{
    private const string Prefix = "/api/predict";
    private const string Action = "Predict";
    private long _calls;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal, out var rest))
        {
            await next(context);
            return;
        }

        var target = (rest.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        var call = Interlocked.Increment(ref _calls);
        var served = world.Do(() => Serve(target, context.Request.Headers.Authorization.ToString(), call));
        world.Requests.Add(new RequestRecord(Action, context.Request.Method, context.Request.Path + context.Request.QueryString, served.Status, world.Clock.Now, Fault: null));
        if (served.Milliseconds >= 1)
            await Task.Delay(TimeSpan.FromMilliseconds(served.Milliseconds), world.Real, context.RequestAborted);
        if (served.Service is not null)
            context.Response.Headers["x-emulator-service"] = served.Service;
        context.Response.StatusCode = served.Status;
        await context.Response.WriteAsJsonAsync(served.Answer, WireJson.Control, context.RequestAborted);
    }

    private Served Serve(string target, string authorization, long call)
    {
        var (service, token) = Find(target, call);
        if (token is null)
            return new(404, null, 0, new { error = $"No service is called at {target}." });
        // Sent bare as EAS documents it, or as a bearer token as OpenAI's clients do.
        var given = authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? authorization["Bearer ".Length..] : authorization;
        if (!string.Equals(given, token, StringComparison.Ordinal))
            return new(401, null, 0, new { error = "The token is missing or wrong." });
        if (service?.Replicas.Live.Where(replica => replica.IsRunning).ToList() is not { Count: > 0 } running)
            return new(503, null, 0, new { error = $"No instance of {target} serves now." });

        var replica = running[(int)(call % running.Count)];
        var traffic = service.Traffic;
        var (p50, p99) = (traffic.P50Ms(world.Now), traffic.P99Ms(world.Now));
        var luck = Signal.Unit(replica.Name + "ms", call);
        var milliseconds = luck < 0.5 ? p50 * (0.55 + 0.9 * luck) : p50 + Math.Max(0, p99 - p50) * Math.Pow((luck - 0.5) / 0.49, 3);
        return Signal.Unit(replica.Name + "fail", call) < traffic.ErrorRate(world.Now)
            ? new(500, service.Name, milliseconds, new { error = "The model failed." })
            : new(200, service.Name, milliseconds, new { service = service.Name, version = service.CurrentVersion, instance = replica.Name });
    }

    /// <summary>Who is meant, and the token that opens it; of a group, the member whose turn it is by the shares.</summary>
    private (ModelService? Service, string? Token) Find(string target, long call)
    {
        if (world.Services.FindGroup(target) is { } group)
            return (Member(group, Signal.Unit(group.Name + "turn", call)), group.Token);
        var service = world.Services.Find(target.Split('.')[^1]);
        return service is not null && Endpoints.Path(service) == target ? (service, service.Token) : (null, null);
    }

    private static ModelService? Member(ServiceGroup group, double turn)
    {
        var now = group.Members.Select(member => (Member: member, Share: member.Traffic.ShareNow)).Where(part => part.Share > 0).ToList();
        foreach (var (member, share) in now)
        {
            if (turn < share)
                return member;
            turn -= share;
        }

        return now.Count > 0 ? now[^1].Member : null;
    }

    private sealed record Served(int Status, string? Service, double Milliseconds, object Answer);
}
