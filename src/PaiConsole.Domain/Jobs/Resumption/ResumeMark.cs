using System.Globalization;

namespace PaiConsole.Domain.Jobs.Resumption;

/// <summary>
/// What a job's labels (Settings.Tags) tell of the run that it belongs to. It travels with the job, so that a console with
/// another database, or none, knows it as well.
/// </summary>
public sealed record ResumeMark
{
    /// <summary>Label: how often the run may be submitted again.</summary>
    public const string TimesLabel = "paiconsole/resume-times";
    /// <summary>Label: JobId of the first job of the run.</summary>
    public const string RunLabel = "paiconsole/run";
    /// <summary>Label: JobId of the job that this one goes on from.</summary>
    public const string ResumesLabel = "paiconsole/resumes";
    private const string AttemptLabel = "paiconsole/attempt";
    private const string StepLabel = "paiconsole/resume-step";
    private const string SavedLabel = "paiconsole/resume-saved";

    /// <summary>JobId of the first job of the run; null for that job itself.</summary>
    public string? RunId { get; init; }
    /// <summary>JobId of the job that this one goes on from; null for the first.</summary>
    public string? ResumesId { get; init; }
    /// <summary>Which job of the run it is, from 1.</summary>
    public int Attempt { get; init; } = 1;
    /// <summary>How often the run may be submitted again; 0 for never.</summary>
    public int Times { get; init; }
    /// <summary>Step of the checkpoint that it goes on from; null where it began at 0 or nobody knows.</summary>
    public long? FromStep { get; init; }
    /// <summary>When that checkpoint was written.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>The run may be submitted once more.</summary>
    public bool MayGoOn => Attempt <= Times;

    /// <summary>Reads labels; whatever is no number in them counts as not there.</summary>
    public static ResumeMark Of(IReadOnlyDictionary<string, string> labels) => new()
    {
        RunId = labels.GetValueOrDefault(RunLabel),
        ResumesId = labels.GetValueOrDefault(ResumesLabel),
        Attempt = (int)Math.Clamp(Number(labels, AttemptLabel) ?? 1, 1, ResumePolicy.Most + 1),
        Times = (int)Math.Clamp(Number(labels, TimesLabel) ?? 0, 0, ResumePolicy.Most),
        FromStep = Number(labels, StepLabel),
        // A later second than any calendar has would be no time.
        SavedAt = Number(labels, SavedLabel) is >= 0 and <= 253_402_300_799 and var second ? DateTimeOffset.FromUnixTimeSeconds(second) : null,
    };

    /// <summary>The mark of the job that goes on from this one.</summary>
    /// <param name="jobId">JobId of this one.</param>
    /// <param name="step">Step of the checkpoint it goes on from, or null.</param>
    /// <param name="savedAt">When that was written, or null.</param>
    public ResumeMark Next(string jobId, long? step, DateTimeOffset? savedAt) => this with
    {
        RunId = RunId ?? jobId, ResumesId = jobId, Attempt = Attempt + 1, FromStep = step, SavedAt = savedAt,
    };

    /// <summary>The labels to send; none for a job without a policy and without a past.</summary>
    public IEnumerable<KeyValuePair<string, string>> Labels()
    {
        if (Times > 0)
            yield return new(TimesLabel, Write(Times));
        if (RunId is null || ResumesId is null)
            yield break;
        yield return new(RunLabel, RunId);
        yield return new(ResumesLabel, ResumesId);
        yield return new(AttemptLabel, Write(Attempt));
        if (FromStep is { } step)
            yield return new(StepLabel, Write(step));
        if (SavedAt is { } saved)
            yield return new(SavedLabel, Write(saved.ToUnixTimeSeconds()));
    }

    private static long? Number(IReadOnlyDictionary<string, string> labels, string key) =>
        long.TryParse(labels.GetValueOrDefault(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
