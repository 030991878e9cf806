using PaiConsole.Emulator.Spec;

namespace PaiConsole.Emulator.Transport;

/// <summary>The one place that makes errors: constructors of refusals, and the body each product wraps them in.</summary>
internal static class WireError
{
    public static WireException Gateway(int status, string code, string message) => new(status, code, message) { FromGateway = true };

    public static WireException Throttled(int retryAfterMs) =>
        new(429, "Throttling.User", "Request was denied due to user flow control.") { FromGateway = true, RetryAfterMs = retryAfterMs };

    /// <summary>Bad input, in the word the product uses for it.</summary>
    public static WireException Invalid(string product, string message) => product switch
    {
        Product.Dsw => new(400, "ValidationError", message),
        _ => new(400, "InvalidParameter", message),
    };

    public static WireException NotFound(string product, string kind, string id) => product switch
    {
        Product.Dsw => new(404, "ValidationError", $"{kind} '{id}' not found"),
        _ => new(404, $"{kind}.NotFound", $"The specified {kind} '{id}' is not found."),
    };

    /// <summary>The object is in a state in which this is not possible.</summary>
    public static WireException Conflict(string product, string message) => product switch
    {
        Product.Dsw => new(400, "ValidationError", message),
        _ => new(400, "InvalidStatus", message),
    };

    public static WireException NotEmulated(OperationSpec operation) =>
        Gateway(501, "NotImplemented", $"{operation.Product} {operation.Name} is documented, but this emulator does not implement it.");

    /// <summary>Body of an error answer.</summary>
    public static object Body(WireException error, string? product, string requestId, string host) =>
        product == Product.Dsw && !error.FromGateway
            ? new { error.Code, error.Message, Success = false, HttpStatusCode = error.Status, RequestId = requestId }
            : new
            {
                RequestId = requestId,
                HostId = host,
                error.Code,
                error.Message,
                Recommend = error.FromGateway ? $"https://api.aliyun.com/troubleshoot?q={error.Code}" : null,
            };
}
