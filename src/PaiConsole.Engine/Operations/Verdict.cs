namespace PaiConsole.Engine.Operations;

/// <summary>Whether the observed state agrees with what was asked.</summary>
internal readonly record struct Verdict(VerdictKind Kind, string? Code = null, string? Message = null)
{
    public static Verdict Waiting { get; }
    public static Verdict Confirmed { get; } = new(VerdictKind.Confirmed);
    /// <summary>This call has had its effect, and another one follows.</summary>
    public static Verdict NextStage { get; } = new(VerdictKind.NextStage);
    public static Verdict Failed(string code, string message) => new(VerdictKind.Failed, code, message);
    public static Verdict When(bool reached) => reached ? Confirmed : Waiting;
}

internal enum VerdictKind
{
    Waiting,
    Confirmed,
    NextStage,
    Failed,
}
