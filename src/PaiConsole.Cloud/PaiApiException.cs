namespace PaiConsole.Cloud;

/// <summary>A call that the cloud refused, or whose answer never came or could not be read.</summary>
public sealed class PaiApiException : Exception
{
    /// <summary>Makes the exception; the text names product, action and code, and never holds a secret.</summary>
    public PaiApiException(string product, string action, string code, string message, Exception? inner = null)
        : base($"{product} {action}: {code}: {message}", inner)
    {
        Product = product;
        Action = action;
        Code = code;
        CloudMessage = message;
    }

    /// <summary>Product called: <c>dsw</c>, <c>dlc</c>, <c>eas</c>, <c>aiworkspace</c>, <c>ecs</c>, <c>oss</c>.</summary>
    public string Product { get; }

    /// <summary>Operation called, for example <c>CreateJob</c>.</summary>
    public string Action { get; }

    /// <summary>The cloud's error code, or one of <see cref="PaiErrorCodes"/>.</summary>
    public string Code { get; }

    /// <summary>The cloud's message alone, without product, action and code.</summary>
    public string CloudMessage { get; }

    /// <summary>HTTP status of the answer; null when there was none.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Id of the call at the cloud; null when there was no answer.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the call may have taken effect.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>How long the cloud asked to wait, when it did.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Host at which OSS says that the bucket is.</summary>
    internal string? Endpoint { get; init; }

    /// <summary>The cloud refused because of too many calls.</summary>
    public bool IsThrottling => PaiErrorCodes.IsThrottling(HttpStatus, Code);

    /// <summary>Worth trying again later as it is: throttling, server faults, timeouts, lost connections, unreadable answers.</summary>
    public bool IsTransient =>
        IsThrottling || HttpStatus is (>= 500 and not 501) or 408
        || Code is PaiErrorCodes.Timeout or PaiErrorCodes.ConnectionFailed or PaiErrorCodes.ConnectionLost or PaiErrorCodes.InvalidAnswer or "InternalError"
        || PaiErrorCodes.IsReusedNonce(Code);

    /// <summary>The object does not exist. An access key that does not exist any more says nothing of objects.</summary>
    public bool IsNotFound => !IsCredentialFault && (
        HttpStatus == 404 || Code.Contains("NotFound", StringComparison.OrdinalIgnoreCase) || Code.Contains("NotExist", StringComparison.OrdinalIgnoreCase)
        || Code.StartsWith("NoSuch", StringComparison.Ordinal));

    /// <summary>The cloud refused the credentials or what they may do; asking again does not help.</summary>
    public bool IsDenied => HttpStatus is 401 or 403 || IsCredentialFault;

    /// <summary>There are no credentials, or the cloud does not take them for anything: revoked, disabled, ended, or with another secret.</summary>
    public bool IsCredentialFault => Code is PaiErrorCodes.NoCredentials || PaiErrorCodes.IsCredentialFault(Code);

    /// <summary>The cloud refused the date of the signature: this machine's clock is wrong.</summary>
    public bool IsClockFault => Code.Contains("TimeStamp", StringComparison.OrdinalIgnoreCase) || Code.Contains("RequestTimeTooSkewed", StringComparison.OrdinalIgnoreCase);

    /// <summary>The same fault, after an earlier attempt that may have taken effect.</summary>
    internal PaiApiException AsUnknown() => new(Product, Action, Code, CloudMessage, this)
    {
        HttpStatus = HttpStatus,
        RequestId = RequestId,
        RetryAfter = RetryAfter,
        Endpoint = Endpoint,
        Certainty = Certainty.Unknown,
    };
}
