namespace PaiConsole.Engine.Resumption;

/// <summary>Under which key a job goes on. The database lets each key through once, whoever asks and however often.</summary>
internal static class ResumeKey
{
    /// <summary>How often one job may be let go on, counting what came to nothing.</summary>
    public const int Most = 20;

    /// <summary>The key after so many attempts that are over.</summary>
    public static string Of(string jobId, int before) => FormattableString.Invariant($"resume/{jobId}/{before}");

    /// <summary>Every key of a job: looked up one by one, since there are few of them and operations without end.</summary>
    public static string[] AllOf(string jobId) => [.. Enumerable.Range(0, Most).Select(before => Of(jobId, before))];

    /// <summary>The job that a key lets go on; null for any other key.</summary>
    public static string? JobOf(string? key) => key?.Split('/') is ["resume", { Length: > 0 } id, _] ? id : null;
}
