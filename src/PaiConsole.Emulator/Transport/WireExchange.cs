using Microsoft.AspNetCore.Http.Features;
using PaiConsole.Emulator.Spec;
using PaiConsole.Emulator.World;

namespace PaiConsole.Emulator.Transport;

/// <summary>One request on its way through the transport; each middleware fills in its part.</summary>
internal sealed class WireExchange
{
    public required string RequestId { get; init; }

    public required string RawPath { get; init; }

    public required string RawTarget { get; init; }

    public required WireQuery UrlQuery { get; init; }

    /// <summary>Body octets, set once the body was read.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>Set by routing.</summary>
    public OperationSpec? Operation { get; set; }

    public IReadOnlyDictionary<string, string> PathValues { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Fault that struck this call.</summary>
    public Fault? Fault { get; set; }

    public int Status { get; set; } = 200;

    public byte[] Answer { get; set; } = [];

    /// <summary>The connection is cut instead of answering.</summary>
    public bool Dropped { get; set; }

    public static WireExchange Of(HttpContext context)
    {
        if (context.Features.Get<WireExchange>() is { } known)
            return known;
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var mark = target.IndexOf('?', StringComparison.Ordinal);
        WireExchange exchange = new()
        {
            RequestId = Guid.NewGuid().ToString("D").ToUpperInvariant(),
            RawTarget = target,
            RawPath = mark < 0 ? target : target[..mark],
            UrlQuery = WireQuery.Parse(mark < 0 ? "" : target[(mark + 1)..]),
        };
        context.Features.Set(exchange);
        return exchange;
    }
}
