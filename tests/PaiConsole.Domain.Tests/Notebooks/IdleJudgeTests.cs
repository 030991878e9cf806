using PaiConsole.Domain.Notebooks.Idleness;

namespace PaiConsole.Domain.Tests.Notebooks;

public sealed class IdleJudgeTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 18, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);
    private static readonly IdleThresholds Thresholds = new(20, 10);

    [Fact]
    public void It_idles_from_the_first_idle_figure_on()
    {
        var (ended, now) = Judge(true, [(0, 60, 80), (5, 3, 0), (10, 2, 0), (15, 4, 1)]);
        Assert.Empty(ended);
        Assert.Equal((Start.AddMinutes(5), Start.AddMinutes(15)), (now.Since!.Value, now.JudgedTo!.Value));
    }

    [Theory]
    [InlineData(19.9, 9.9, true)]
    [InlineData(20, 0, false)] // the threshold itself is not below it
    [InlineData(0, 10, false)]
    [InlineData(95, 0, false)] // a busy CPU keeps an idle GPU from counting, as the API documents
    [InlineData(0, 95, false)]
    public void On_a_gpu_type_both_must_be_below_their_thresholds(double cpu, double gpu, bool idle) =>
        Assert.Equal(idle, Judge(true, [(0, cpu, gpu)]).Now.Since is not null);

    [Theory]
    [InlineData(3, true)]
    [InlineData(50, false)]
    public void Without_a_gpu_the_cpu_alone_decides(double cpu, bool idle) =>
        Assert.Equal(idle, IdleJudge.Continue(IdleState.Fresh, [new UseSample(Start, cpu, null)], hasGpu: false, Thresholds, Patience).Now.Since is not null);

    [Fact]
    public void A_gap_in_the_figures_is_never_idleness()
    {
        var (ended, now) = Judge(true, [(0, 1, 0), (5, 1, 0), (60, 1, 0), (65, 1, 0)]);
        Assert.Equal(new IdleRun(Start, Start.AddMinutes(5), IdleEnd.Gap), Assert.Single(ended));
        Assert.Equal(Start.AddMinutes(60), now.Since);
    }

    [Fact]
    public void Half_a_figure_says_nothing()
    {
        var (ended, now) = IdleJudge.Continue(
            IdleState.Fresh, [new UseSample(Start, 1, null), new UseSample(Start.AddMinutes(5), null, 0)], hasGpu: true, Thresholds, Patience);
        Assert.Empty(ended);
        Assert.Equal(IdleState.Fresh, now);
    }

    [Fact]
    public void Old_figures_do_not_tell_of_now()
    {
        var now = Judge(true, [(0, 1, 0)]).Now;
        Assert.True(now.IsKnown(Start.AddMinutes(15)));
        Assert.False(now.IsKnown(Start.AddMinutes(16)));
        Assert.Equal((Start.AddMinutes(15), Start), (now.KnownTo(Start.AddMinutes(15)), now.KnownTo(Start.AddHours(60))));
    }

    /// <summary>However the figures come, in one go or in pieces, in order or not, and whatever is among them.</summary>
    [Fact]
    public void For_any_figures_the_runs_hold_only_idle_figures_span_no_gap_and_do_not_depend_on_how_they_were_read()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var (samples, hasGpu) = (Any(random), random.Next(2) == 0);
            var whole = IdleJudge.Continue(IdleState.Fresh, samples.OrderBy(_ => random.Next()), hasGpu, Thresholds, Patience);

            var pieces = new List<IdleRun>();
            var state = IdleState.Fresh;
            for (var i = 0; i < samples.Count;)
            {
                var some = random.Next(1, 9);
                // Windows overlap, as asked again from the last figure on.
                var (ended, next) = IdleJudge.Continue(state, samples.Skip(Math.Max(0, i - 2)).Take(some + 2), hasGpu, Thresholds, Patience);
                pieces.AddRange(ended);
                (state, i) = (next, i + some);
            }
            Assert.Equal(whole.Ended, pieces);
            Assert.Equal(whole.Now, state);

            var runs = whole.Now.Since is { } since ? [.. whole.Ended, new IdleRun(since, whole.Now.JudgedTo!.Value, IdleEnd.Stopped)] : whole.Ended;
            foreach (var run in runs)
            {
                var inside = samples.Where(sample => sample.At >= run.From && sample.At <= run.To && sample.Cpu is not null && (!hasGpu || sample.Gpu is not null)).ToList();
                var idle = run.End == IdleEnd.Used ? inside.SkipLast(1).ToList() : inside;
                Assert.True(idle.TrueForAll(sample => sample.Cpu < Thresholds.Cpu && (!hasGpu || sample.Gpu < Thresholds.Gpu)), $"seed {seed}");
                Assert.True(inside.Zip(inside.Skip(1)).All(pair => pair.Second.At - pair.First.At <= Patience), $"seed {seed}");
            }
            Assert.True(runs.Zip(runs.Skip(1)).All(pair => pair.First.To <= pair.Second.From), $"seed {seed}");

            var stricter = IdleJudge.Continue(IdleState.Fresh, samples, hasGpu, new IdleThresholds(Thresholds.Cpu / 2, Thresholds.Gpu / 2), Patience);
            Assert.True(Time(stricter, samples[^1].At) <= Time(whole, samples[^1].At), $"seed {seed}: lower thresholds never find more idle time");
        }
    }

    private static TimeSpan Time((IReadOnlyList<IdleRun> Ended, IdleState Now) judged, DateTimeOffset end) =>
        judged.Ended.Aggregate(judged.Now.Since is { } since ? end - since : TimeSpan.Zero, (sum, run) => sum + (run.To - run.From));

    private static List<UseSample> Any(Random random)
    {
        var samples = new List<UseSample>();
        var at = Start;
        for (var i = random.Next(1, 60); i > 0; i--)
        {
            at = at.AddMinutes(random.Next(8) == 0 ? random.Next(16, 200) : random.Next(1, 10));
            samples.Add(new UseSample(at, Figure(random), Figure(random)));
        }
        return samples;
    }

    private static double? Figure(Random random) => random.Next(10) switch
    {
        0 => null,
        < 6 => random.NextDouble() * 5,
        _ => random.NextDouble() * 100,
    };

    private static (IReadOnlyList<IdleRun> Ended, IdleState Now) Judge(bool hasGpu, (int Minute, double Cpu, double Gpu)[] figures) =>
        IdleJudge.Continue(IdleState.Fresh, figures.Select(figure => new UseSample(Start.AddMinutes(figure.Minute), figure.Cpu, figure.Gpu)), hasGpu, Thresholds, Patience);
}
