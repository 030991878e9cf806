using System.Globalization;
using PaiConsole.Emulator.Dlc;
using PaiConsole.Emulator.Facts;

namespace PaiConsole.Emulator.World.Demo;

/// <summary>A month of jobs, and those that are under way.</summary>
internal sealed class DemoJobs(World world)
{
    private const int Finished = 282;
    private const int Days = 30;
    private const double LongestOverUsual = 4.5;
    private const double BelowMarket = 0.1;
    private static readonly int[] Priorities = [1, 1, 1, 1, 3, 5, 5, 9];

    /// <summary>Minutes that each running job has run, and seconds it still will.</summary>
    private static readonly (int Ran, int Left)[] Running =
        [(1260, 5400), (830, 61200), (610, 9000), (415, 1900), (290, 25200), (188, 840), (121, 14400), (96, 330), (64, 3300), (37, 7800), (18, 110), (6, 560)];

    private readonly Dice _dice = new(world, 1);
    private readonly Dice _clock = new(world, 2);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public void Sow()
    {
        List<Job> jobs = new(Finished + 18);
        foreach (var created in WorkTimes.Between(_clock, world.Now.AddDays(-Days), world.Now.AddHours(-3), Finished))
            jobs.Add(Past(created));
        foreach (var (ran, left) in Running)
            jobs.Add(UnderWay(ran * 60 + _dice.Next(50), left));

        // Offers below the market price wait for ever; the others have only just been submitted.
        foreach (var minutes in (int[])[160, 52, 11])
            jobs.Add(Waiting(minutes * 60, BelowMarket, prepared: false));
        jobs.Add(Waiting(14, null, prepared: false));
        jobs.Add(Waiting(4, null, prepared: false));
        jobs.Add(Waiting(30, null, prepared: true));
        world.Jobs.AddMany(jobs);
    }

    /// <summary>Somebody submits a job now.</summary>
    public Job Submit(JobSeries series, Dice dice)
    {
        var person = dice.Pick(Team.Of(series.Group));
        var name = NextName(series);
        var request = JobBody.Of(world, series, person, name, dice.Pick(Priorities));
        var seconds = Math.Clamp(dice.Around(series.Minutes * 60), 60, 20 * 3600);
        var failure = dice.Happens(0.13) ? Failure(series, dice) : JobFailure.None;
        Job job = new(world, world.NewId("dlc", 13), name, request, person.Id, Outcome(failure, failure == JobFailure.None ? seconds : FailsAfter(failure, seconds)));
        world.Jobs.Add(job);
        job.Enter("Creating");
        return job;
    }

    /// <summary>One of these kinds of job, the usual ones more often.</summary>
    public static JobSeries Choose(Dice dice, JobSeries[] among)
    {
        var left = dice.Next(among.Sum(s => s.Share));
        return among.First(s => (left -= s.Share) < 0);
    }

    private Job Past(DateTimeOffset created)
    {
        // Every chance is taken whether it is needed or not: what exists must not depend on what time it is.
        var (series, chance, queued) = (Choose(_dice, JobSeries.All), _dice.Next(100), _dice.Between(4, _dice.Happens(0.2) ? 900 : 60));
        var (usual, part, failing, reclaims) = (_dice.Around(series.Minutes * 60), 0.4 + 0.5 * _dice.Unit(), Failure(series, _dice), _dice.Next(3));
        var failure = chance is >= 78 and < 92 ? failing : JobFailure.None;
        var (job, past, request) = New(series, created, queued, null, failure == JobFailure.ImagePull);

        var room = (world.Now - created).TotalSeconds - queued - 1200;
        var ran = Math.Floor(Math.Min(Math.Max(60, usual), room * part));
        if (failure != JobFailure.None)
            ran = FailsAfter(failure, ran);
        if (failure == JobFailure.ImagePull)
            past.Prepared();
        else
            past.Ran(ran, request.IsSpot && ran > 1500 ? reclaims : 0);
        var outcome = Outcome(failure, chance < 92 ? ran : ran * 2);
        if (chance < 78)
            past.Succeeded();
        else if (chance < 92)
            past.Failed(outcome);
        else
            past.Stopped();
        return Remember(job(outcome), past);
    }

    private Job UnderWay(int ran, int left)
    {
        // Nothing runs many times as long as it usually does.
        JobSeries[] likely = [.. JobSeries.All.Where(s => s.Minutes * 60 * LongestOverUsual >= ran)];
        var (series, reclaims) = (Choose(_dice, likely), _dice.Next(3));
        var lost = series.Spot && ran > 1800 ? reclaims : 0;
        var queued = 21 + ran % 40;
        var created = world.Now.AddSeconds(-(27 + queued + ran) - Enumerable.Range(0, lost).Sum(JobPast.RestartSeconds));
        var (job, past, _) = New(series, created, queued, null, deletedImage: false);
        past.Ran(ran, lost);
        return Remember(job(new(ran + left, JobFailure.None, 0)), past);
    }

    private Job Waiting(int seconds, double? spotLimit, bool prepared)
    {
        var series = Choose(_dice, JobSeries.All);
        var (job, past, _) = New(series, world.Now.AddSeconds(-seconds), 20, spotLimit, deletedImage: false);
        if (prepared)
            past.Prepared();
        return Remember(job(new(_dice.Between(240, 2400), JobFailure.None, 0)), past);
    }

    private (Func<JobOutcome, Job> Job, JobPast Past, JobRequest Request) New(JobSeries series, DateTimeOffset created, int queued, double? spotLimit, bool deletedImage)
    {
        var person = _dice.Pick(Team.Of(series.Group));
        var (id, name) = (world.NewId("dlc", 13), NextName(series));
        var request = JobBody.Of(world, series, person, name, _dice.Pick(Priorities), spotLimit, deletedImage);
        return (outcome => new Job(world, id, name, request, person.Id, outcome), new JobPast(id, request, created, queued), request);
    }

    private static Job Remember(Job job, JobPast past)
    {
        job.Remember(past.Entries, past.Replaced);
        return job;
    }

    private string NextName(JobSeries series)
    {
        var number = _numbers[series.Name] = _numbers.GetValueOrDefault(series.Name) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{series.Name}-{number:000}");
    }

    private static JobFailure Failure(JobSeries series, Dice dice)
    {
        var (chance, gpu) = (dice.Next(100), SkuCatalogue.Find(series.Sku) is { Gpu: > 0 });
        return chance switch
        {
            < 32 => gpu ? JobFailure.OutOfMemory : JobFailure.ExitCode,
            < 50 => gpu ? JobFailure.CommunicationTimeout : JobFailure.DataNotFound,
            < 74 => JobFailure.DataNotFound,
            < 90 => JobFailure.ExitCode,
            _ => JobFailure.ImagePull,
        };
    }

    /// <summary>Missing data shows at once, too little memory with the first long batch, a lost neighbour any time.</summary>
    private static double FailsAfter(JobFailure failure, double seconds) => failure switch
    {
        JobFailure.DataNotFound => Math.Floor(12 + seconds % 30),
        JobFailure.OutOfMemory => Math.Floor(Math.Min(seconds, 90 + seconds % 1400)),
        JobFailure.ImagePull => 0,
        _ => Math.Floor(seconds * 0.6),
    };

    private static JobOutcome Outcome(JobFailure failure, double seconds) =>
        new(seconds, failure, failure switch { JobFailure.None => 0, JobFailure.OutOfMemory or JobFailure.ExitCode => 137, _ => 1 });
}
