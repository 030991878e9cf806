namespace PaiConsole.Engine.Resumption;

/// <summary>Under which key a job goes on. The database lets each key through once, whoever asks and however often.</summary>
internal static class ResumeKey
{
    /// <summary>The key of the first attempt to let it go on; the later ones begin with it.</summary>
    public static string Of(string jobId) => $"resume/{jobId}/";

    /// <summary>The key after so many attempts that failed.</summary>
    public static string Of(string jobId, int failed) => FormattableString.Invariant($"{Of(jobId)}{failed}");
}
