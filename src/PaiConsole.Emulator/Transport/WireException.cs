namespace PaiConsole.Emulator.Transport;

/// <summary>A refusal: becomes an error answer in the shape of the product that was called.</summary>
internal sealed class WireException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Milliseconds for <c>x-acs-retry-after</c>, on throttling.</summary>
    public int? RetryAfterMs { get; init; }

    /// <summary>Raised by the gateway in front of the products, so it never has DSW's envelope.</summary>
    public bool FromGateway { get; init; }
}
