namespace PaiConsole.Engine.Logs;

/// <summary>What two answers have in common.</summary>
internal static class LogOverlap
{
    /// <summary>How many lines at the end of an answer are the first ones of its last second. That second may have grown since.</summary>
    public static int Of(IReadOnlyList<string> answer, IReadOnlyList<string> second)
    {
        for (var count = Math.Min(answer.Count, second.Count); count > 0; count--)
        {
            if (answer.Skip(answer.Count - count).SequenceEqual(second.Take(count), StringComparer.Ordinal))
                return count;
        }
        return 0;
    }

    /// <summary>The lines of an answer that were not in the one before, which began at the same instant.</summary>
    public static IReadOnlyList<string> Beyond(IReadOnlyList<string> seen, IReadOnlyList<string> answer)
    {
        if (answer.Count >= seen.Count && answer.Take(seen.Count).SequenceEqual(seen, StringComparer.Ordinal))
            return seen.Count == 0 ? answer : [.. answer.Skip(seen.Count)];
        // Lines came in late, between others: each line is counted off against those seen.
        var left = seen.GroupBy(line => line, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        return [.. answer.Where(line => !left.TryGetValue(line, out var count) || (left[line] = count - 1) < 0)];
    }
}
