namespace PaiConsole.Domain.Notebooks.Idleness;

/// <summary>
/// Judges idleness as DSW documents it for CreateIdleInstanceCuller: idle is CPU below its threshold and, on types with a GPU,
/// GPU below its own too. What is not known is never idle: a gap in the figures ends the run.
/// </summary>
public static class IdleJudge
{
    /// <summary>Goes on from what was judged before.</summary>
    /// <param name="before">What was judged so far.</param>
    /// <param name="samples">Figures, in any order; those that were judged already are skipped.</param>
    /// <param name="hasGpu">Its type has a GPU.</param>
    /// <param name="thresholds">Below these it is idle.</param>
    /// <param name="patience">Longer than this without figures is a gap.</param>
    /// <returns>The runs that ended, oldest first, and where the judgement stands now.</returns>
    public static (IReadOnlyList<IdleRun> Ended, IdleState Now) Continue(
        IdleState before, IEnumerable<UseSample> samples, bool hasGpu, IdleThresholds thresholds, TimeSpan patience)
    {
        var ended = new List<IdleRun>();
        var state = before;
        foreach (var sample in samples.Where(sample => IsWhole(sample, hasGpu) && !(sample.At <= before.JudgedTo)).OrderBy(sample => sample.At))
        {
            if (state is { Since: { } since, JudgedTo: { } last } && sample.At - last > patience)
            {
                ended.Add(new IdleRun(since, last, IdleEnd.Gap));
                state = state with { Since = null };
            }
            var isIdle = sample.Cpu < thresholds.Cpu && (!hasGpu || sample.Gpu < thresholds.Gpu);
            if (!isIdle && state.Since is { } begun)
                ended.Add(new IdleRun(begun, sample.At, IdleEnd.Used));
            state = new IdleState(isIdle ? state.Since ?? sample.At : null, sample.At, sample.Cpu, sample.Gpu);
        }
        return (ended, state);
    }

    // One of two figures says nothing: the other may have been busy.
    private static bool IsWhole(UseSample sample, bool hasGpu) => sample.Cpu is not null && (!hasGpu || sample.Gpu is not null);
}

/// <summary>How far idleness has been judged.</summary>
/// <param name="Since">Since when it idles; null while it is used.</param>
/// <param name="JudgedTo">The last figure that was judged; null before the first.</param>
/// <param name="Cpu">CPU percent then.</param>
/// <param name="Gpu">GPU percent then; null without a GPU.</param>
public readonly record struct IdleState(DateTimeOffset? Since, DateTimeOffset? JudgedTo, double? Cpu = null, double? Gpu = null)
{
    /// <summary>Figures older than this say nothing of now, and a gap longer than this ends an idle run.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether the judgement can still be relied on.</summary>
    public bool IsKnown(DateTimeOffset now) => JudgedTo is { } last && now - last <= Patience;

    /// <summary>How far the idle run is known to last: to now, or to the last figure where that is old.</summary>
    public DateTimeOffset KnownTo(DateTimeOffset now) => IsKnown(now) || JudgedTo is null ? now : JudgedTo.Value;

    /// <summary>Nothing judged yet.</summary>
    public static IdleState Fresh { get; }
}
