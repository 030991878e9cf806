namespace PaiConsole.Emulator.Oss;

/// <summary>A refusal, as OSS words it.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">Error code, such as <c>NoSuchKey</c>.</param>
/// <param name="ec">Number of the very condition, such as <c>0026-00000001</c>; null where its documentation is not known here.</param>
/// <param name="message">What happened.</param>
internal sealed class OssException(int status, string code, string? ec, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public string? Ec { get; } = ec;

    /// <summary>Further elements of the answer, such as <c>BucketName</c>, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Details { get; init; } = [];
}
