using System.Xml.Linq;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Oss;

/// <summary>One request from verification to answer, with the armed faults in between.</summary>
internal sealed class OssMiddleware(RequestDelegate next, World.World world, Oss4Verifier verifier)
{
    private const int DefaultTimeoutMs = 120_000;
    private const int DefaultSlowMs = 3_000;
    private readonly RequestDelegate _ = next;

    public async Task InvokeAsync(HttpContext context)
    {
        var call = OssCall.Of(context);
        var operation = OssSurface.Operations.FirstOrDefault(o => o.Means(call));
        var name = operation?.Name ?? $"{call.Method} {(call.Bucket is null ? "service" : call.Key.Length == 0 ? "bucket" : "object")}";
        Fault? fault = null;
        OssAnswer? answer = null;
        OssException? refusal = null;
        try
        {
            var body = await OssBodies.ReadAsync(context.Request.Body, context.RequestAborted);
            call.Region = verifier.Verify(Signed(call));
            fault = world.Faults.Strike(name);
            if (fault?.Kind is "throttle")
                throw OssErrors.Throttled();
            if (fault?.Kind is "error500")
                throw OssErrors.Failed("We encountered an internal error. Please try again.");
            if (fault?.Kind is "timeout" or "slow")
                await Task.Delay(TimeSpan.FromMilliseconds(fault.DelayMs ?? (fault.Kind == "slow" ? DefaultSlowMs : DefaultTimeoutMs)), world.Real, context.RequestAborted);
            if (fault?.Kind != "timeout")
                answer = world.Do(() => (operation ?? throw OssErrors.NotEmulated(name)).Handle(call, world, body));
        }
        catch (OssException error)
        {
            refusal = error;
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
        }
        catch (Exception own)
        {
            refusal = OssErrors.Failed($"The emulator failed: {own}");
        }

        world.Requests.Add(new RequestRecord(name, call.Method, context.Request.Path + context.Request.QueryString, refusal?.Status ?? answer?.Status ?? 504, world.Clock.Now, fault?.Kind));
        if (fault?.Kind is "timeout" or "dropAfter" || context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
            return;
        }

        if (fault?.Kind == "truncatePage")
            Truncate(answer?.Body);
        await OssBodies.WriteAsync(call, answer, refusal);
    }

    private static Oss4Request Signed(OssCall call) => new(
        call.Method,
        call.Bucket is null ? "/" : $"/{call.Bucket}/{call.Key}",
        call.Query,
        call.Context.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString(), StringComparer.Ordinal));

    /// <summary>Drops the second half of the objects and leaves KeyCount as it was.</summary>
    private static void Truncate(XElement? root)
    {
        var items = root?.Elements("Contents").ToList() ?? [];
        foreach (var item in items.Skip(items.Count / 2))
            item.Remove();
    }
}
