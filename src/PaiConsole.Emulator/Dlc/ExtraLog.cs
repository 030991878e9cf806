using System.Globalization;

namespace PaiConsole.Emulator.Dlc;

/// <summary>Any number of further lines in the log of a job's pod, at an even pace from an instant on: as chatty, coloured and careless as real tools are.</summary>
/// <param name="From">World time of the first line.</param>
/// <param name="Count">Number of lines.</param>
/// <param name="Seconds">World seconds they take; the wire's times are whole seconds, so many lines share one.</param>
/// <param name="PodId">The pod; null for rank 0.</param>
internal sealed record ExtraLog(DateTimeOffset From, int Count, double Seconds, string? PodId)
{
    private const int LongLine = 4_000;

    /// <summary>Those of one pod attempt between two instants.</summary>
    public IEnumerable<(DateTimeOffset At, string Text)> Lines(JobPod pod, PodAttempt attempt, DateTimeOffset from, DateTimeOffset to)
    {
        if (PodId is null ? pod.Rank != 0 : pod.Id != PodId)
            yield break;
        var pace = Seconds / Count;
        for (var i = (int)Math.Clamp(Math.Floor((from - From).TotalSeconds / pace), 0, Count); i < Count; i++)
        {
            var at = From.AddSeconds(Math.Floor(i * pace));
            if (at > to || at >= attempt.Finished)
                yield break;
            if (at >= attempt.Started)
                yield return (at, Text(i));
        }
    }

    private static string Text(int i)
    {
        var number = i.ToString("D6", CultureInfo.InvariantCulture);
        return (i % 16) switch
        {
            1 => $"\u001b[36mINFO\u001b[0m line {number} \u001b[1;33mwarm-up\u001b[0m of worker \u001b[38;5;208m{i % 8}\u001b[0m",
            3 => $"\rDownloading shards: {i % 100,3}%|\u001b[32m████\u001b[0m| line {number}\u001b[K",
            5 => $"<script>window.__log{i % 7} = 1; alert('line {number}')</script><img src=x onerror=alert({i})>",
            7 => $"line {number} has a NUL \0 and a bell \a in it",
            9 => $"line {number} turns \u202ethe text around\u202c and \u2066isolates\u2069 a part",
            11 => $"\u001b[31mERROR\u001b[0m line {number}: retrying in 2 s; \u001b]8;;javascript:alert({i})\u0007a link\u001b]8;;\u0007",
            13 => $"行 {number}：已加载 12 个分片 🚀 a\u0301 & <b>bold</b> \"quoted\" \\n",
            15 when i % 512 == 15 => $"line {number} is long: " + new string('x', LongLine),
            _ => string.Create(CultureInfo.InvariantCulture, $"line {number} batch {i} loss {2.5 * Math.Exp(-i / 20000.0):F4} tokens/s {11000 + (int)(900 * Signal.Unit("line", i))}"),
        };
    }
}
