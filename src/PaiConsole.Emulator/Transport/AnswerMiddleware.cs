using System.Text.Json;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Transport;

/// <summary>Outermost: turns refusals into error answers, writes down the call, sends the answer or cuts the connection.</summary>
internal sealed class AnswerMiddleware(RequestDelegate next, World.World world)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var exchange = WireExchange.Of(context);
        try
        {
            await next(context);
        }
        catch (WireException error)
        {
            Refuse(context, exchange, error);
        }
        catch (Exception fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            // A fault of the emulator's own must look like one of the cloud's, and still say where it is.
            Refuse(context, exchange, new WireException(500, "InternalError", $"The emulator failed: {fault}"));
        }
        finally
        {
            world.Requests.Add(new RequestRecord(
                exchange.Operation?.Name ?? context.Request.Headers["x-acs-action"].ToString(),
                context.Request.Method, exchange.RawTarget, exchange.Status, world.Clock.Now, exchange.Fault?.Kind));
        }

        if (exchange.Dropped)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = exchange.Status;
        context.Response.ContentType = "application/json;charset=utf-8";
        context.Response.ContentLength = exchange.Answer.Length;
        context.Response.Headers["x-acs-request-id"] = exchange.RequestId;
        await context.Response.Body.WriteAsync(exchange.Answer, context.RequestAborted);
    }

    private static void Refuse(HttpContext context, WireExchange exchange, WireException error)
    {
        exchange.Status = error.Status;
        exchange.Answer = JsonSerializer.SerializeToUtf8Bytes(
            WireError.Body(error, exchange.Operation?.Product, exchange.RequestId, context.Request.Host.Value ?? ""), WireJson.Wire);
        if (error.RetryAfterMs is { } wait)
            context.Response.Headers["x-acs-retry-after"] = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
