namespace PaiConsole.Cloud.Dsw;

/// <summary>The envelope DSW puts around every answer.</summary>
public record DswAnswer : PaiAnswer
{
    /// <summary>Null on success, else the error code (<c>InternalError</c>, <c>ValidationError</c>, …).</summary>
    public string? Code { get; init; }

    /// <summary>Text that goes with <see cref="Code"/>.</summary>
    public string? Message { get; init; }

    /// <summary>False when the call failed although HTTP said 200; such an answer reaches callers as <see cref="PaiApiException"/>.</summary>
    public bool? Success { get; init; }

    /// <summary>HTTP status the service meant.</summary>
    public int? HttpStatusCode { get; init; }

    /// <summary>The instance the answer is about.</summary>
    public string? InstanceId { get; init; }
}
