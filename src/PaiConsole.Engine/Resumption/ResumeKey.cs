namespace PaiConsole.Engine.Resumption;

/// <summary>Under which key a job goes on. The database lets each key through once, whoever asks and however often.</summary>
internal static class ResumeKey
{
    /// <summary>The key of the first attempt to let it go on; the later ones begin with it.</summary>
    public static string Of(string jobId) => $"resume/{jobId}/";

    /// <summary>The key after so many attempts that failed.</summary>
    public static string Of(string jobId, int failed) => FormattableString.Invariant($"{Of(jobId)}{failed}");

    /// <summary>The job that a key lets go on; null for any other key.</summary>
    public static string? JobOf(string? key) => key?.Split('/') is ["resume", { Length: > 0 } id, _] ? id : null;
}
