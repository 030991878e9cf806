using System.Text.Json.Nodes;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Transport;

/// <summary>Injects the armed faults: some instead of the work, some into its answer.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, World.World world)
{
    private const int DefaultTimeoutMs = 120_000;
    private const int DefaultSlowMs = 3_000;

    public async Task InvokeAsync(HttpContext context)
    {
        var exchange = WireExchange.Of(context);
        exchange.Fault = world.Faults.Strike(exchange.Operation!.Name);
        switch (exchange.Fault?.Kind)
        {
            case "throttle":
                throw WireError.Throttled(exchange.Fault.DelayMs ?? 1_000);
            case "error500":
                throw new WireException(500, "InternalError", "The request processing has failed due to some unknown error.");
            case "timeout":
                exchange.Dropped = true;
                exchange.Status = 504;
                await Hang(exchange.Fault.DelayMs ?? DefaultTimeoutMs, context);
                return;
            case "slow":
                await Hang(exchange.Fault.DelayMs ?? DefaultSlowMs, context);
                break;
        }

        await next(context);
        exchange.Dropped = exchange.Fault?.Kind == "dropAfter";
        if (exchange.Fault?.Kind == "truncatePage")
            exchange.Answer = Truncate(exchange.Answer);
    }

    /// <summary>Real time, not world time: a client's patience is real. Ends early when the client gives up.</summary>
    private async Task Hang(int milliseconds, HttpContext context)
    {
        try
        {
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), world.Real, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            WireExchange.Of(context).Dropped = true;
        }
    }

    /// <summary>Drops the second half of the list in the answer and leaves TotalCount as it was.</summary>
    private static byte[] Truncate(byte[] answer)
    {
        var body = JsonNode.Parse(answer)!.AsObject();
        if (body.Select(p => p.Value).OfType<JsonArray>().FirstOrDefault() is { Count: > 0 } list)
            list.RemoveRange(list.Count / 2, list.Count - list.Count / 2);
        return System.Text.Encoding.UTF8.GetBytes(body.ToJsonString(WireJson.Wire));
    }
}
