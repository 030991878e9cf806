namespace PaiConsole.Cloud;

/// <summary>Codes this client gives to faults that carry none of the cloud's, and what codes of the cloud mean.</summary>
public static class PaiErrorCodes
{
    /// <summary>No answer in time.</summary>
    public const string Timeout = "Timeout";

    /// <summary>The connection could not be made: nothing was sent.</summary>
    public const string ConnectionFailed = "ConnectionFailed";

    /// <summary>The connection broke after the request was on its way.</summary>
    public const string ConnectionLost = "ConnectionLost";

    /// <summary>The answer is not what the API promises, for example an HTML page or broken JSON.</summary>
    public const string InvalidAnswer = "InvalidAnswer";

    /// <summary>No credentials were found, or they could not be refreshed: nothing was sent.</summary>
    public const string NoCredentials = "NoCredentials";

    internal static bool IsThrottling(int? httpStatus, string code) =>
        httpStatus == 429 || code.Contains("Throttling", StringComparison.OrdinalIgnoreCase) || code == "QpsLimitExceeded";

    internal static bool IsExpiredToken(string code) =>
        code.StartsWith("InvalidSecurityToken", StringComparison.OrdinalIgnoreCase) || code.Contains("SecurityTokenExpired", StringComparison.OrdinalIgnoreCase);

    internal static bool IsEndedCredential(string code) => IsExpiredToken(code) || code.StartsWith("InvalidAccessKeyId", StringComparison.OrdinalIgnoreCase);

    internal static bool IsReusedNonce(string code) => code.Contains("SignatureNonceUsed", StringComparison.OrdinalIgnoreCase);

    internal static bool IsCredentialFault(string code) =>
        IsEndedCredential(code)
        || code.Contains("SignatureDoesNotMatch", StringComparison.OrdinalIgnoreCase);
}
