using System.Text.RegularExpressions;

namespace PaiConsole.Domain.Logs;

/// <summary>Tells lines that speak of a failure, as training tools write them.</summary>
public static partial class LogTrouble
{
    /// <summary>The pattern, for a search that finds such lines.</summary>
    public const string Pattern =
        @"Traceback \(most recent call last\)|\b(?:[A-Z]\w*)?(?:Error|Exception)\b|\bERROR\b|\bFATAL\b|\bCRITICAL\b|CUDA out of memory|CUDA error"
        + @"|NCCL (?:WARN|error)|\bOOMKilled\b|\bSegmentation fault\b|\bSIG(?:SEGV|KILL|ABRT)\b|\bcore dumped\b|\bpanic:";

    /// <summary>The line speaks of a failure.</summary>
    public static bool IsIn(string text) => Trouble().IsMatch(text);

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Trouble();
}
