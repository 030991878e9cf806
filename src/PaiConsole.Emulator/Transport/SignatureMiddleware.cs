namespace PaiConsole.Emulator.Transport;

/// <summary>Reads the body and lets only authentic requests through.</summary>
internal sealed class SignatureMiddleware(RequestDelegate next, Acs3Verifier verifier)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var exchange = WireExchange.Of(context);
        using MemoryStream body = new();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        exchange.Body = body.ToArray();
        verifier.Verify(new SignedRequest(
            context.Request.Method, exchange.RawPath, exchange.UrlQuery,
            name => context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null,
            exchange.Body));
        await next(context);
    }
}
