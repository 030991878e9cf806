namespace PaiConsole.Emulator.Transport;

/// <summary>Finds the documented operation that is meant.</summary>
internal sealed class RoutingMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var exchange = WireExchange.Of(context);
        var headers = context.Request.Headers;
        var route = exchange.RawPath == "/"
            ? RpcRouter.Find(
                headers["x-acs-action"].FirstOrDefault() ?? exchange.UrlQuery.Text("Action"),
                headers["x-acs-version"].FirstOrDefault() ?? exchange.UrlQuery.Text("Version"))
            : RoaRouter.Find(context.Request.Method, exchange.RawPath, headers["x-acs-action"].FirstOrDefault(), headers["x-acs-version"].FirstOrDefault());
        exchange.Operation = route.Operation;
        exchange.PathValues = route.PathValues;
        return next(context);
    }
}
