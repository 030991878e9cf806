using System.Collections.Concurrent;

namespace PaiConsole.Web.Security;

/// <summary>Counts the connected pages, so that one person or one script cannot use up the server.</summary>
internal sealed class CircuitCensus(IConfiguration configuration)
{
    private readonly ConcurrentDictionary<string, string> _connected = new(StringComparer.Ordinal);

    private int PerUser => configuration.GetValue("Circuits:PerUser", 20);
    private int Total => configuration.GetValue("Circuits:Total", 200);

    /// <summary>How many pages are connected now.</summary>
    public int Count => _connected.Count;

    public void Connected(string circuit, string user) => _connected[circuit] = user;

    public void Disconnected(string circuit) => _connected.TryRemove(circuit, out _);

    /// <summary>Answers 429 to a new circuit beyond <c>Circuits:PerUser</c> or <c>Circuits:Total</c>.</summary>
    public static Task Limit(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments("/_blazor/negotiate", StringComparison.Ordinal)
            && !(context.WebSockets.IsWebSocketRequest && !context.Request.Query.ContainsKey("id")))
            return next(context);
        var census = context.RequestServices.GetRequiredService<CircuitCensus>();
        var user = context.User.Identity?.Name ?? "";
        if (census.Count < census.Total && census._connected.Count(pair => pair.Value == user) < census.PerUser)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }
}
