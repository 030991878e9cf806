using System.Globalization;
using System.Text.RegularExpressions;

namespace PaiConsole.Emulator.Dlc;

/// <summary>What brings a job down.</summary>
internal enum JobFailure
{
    None,
    ExitCode,
    OutOfMemory,
    CommunicationTimeout,
    DataNotFound,
    ImagePull,

    /// <summary>A batch does not fit the card; the process ends with 1, nobody kills it.</summary>
    CudaOutOfMemory,
    ScriptMissing,
    WrongArgument,

    /// <summary>The quota has no room: it waits in the queue for ever.</summary>
    Quota,
}

/// <summary>How a job will end if nobody interferes.</summary>
/// <param name="RunSeconds">World seconds in Running, over all restarts.</param>
/// <param name="Failure">Why it fails; None when it succeeds.</param>
/// <param name="ExitCode">Exit code of the command.</param>
internal sealed partial record JobOutcome(double RunSeconds, JobFailure Failure, int ExitCode)
{
    /// <summary>Environment variable of a job that sets how many world seconds it runs.</summary>
    public const string RunSecondsVariable = "PAI_EMULATOR_RUN_SECONDS";

    /// <summary>Environment variable of a job that names what brings it down, a word of <see cref="JobFailure"/>.</summary>
    public const string FailureVariable = "PAI_EMULATOR_FAILURE";

    private const double UsualSeconds = 300;
    private const double QuickFailureSeconds = 15;

    public bool Succeeds => Failure == JobFailure.None;

    public string ReasonCode => Failure switch
    {
        JobFailure.None => "",
        JobFailure.OutOfMemory => "OOMKilled",
        JobFailure.ImagePull => "ImagePullFailed",
        _ => "JobFailed",
    };

    public string ReasonMessage => Failure switch
    {
        JobFailure.None => "",
        JobFailure.OutOfMemory => "Container was killed because it ran out of memory, exit code 137.",
        JobFailure.ImagePull => "Failed to pull the image: manifest unknown.",
        JobFailure.CommunicationTimeout => "Pod failed with exit code 1: NCCL watchdog timeout.",
        JobFailure.DataNotFound => "Pod failed with exit code 1: no such file or directory.",
        JobFailure.CudaOutOfMemory => "Pod failed with exit code 1: CUDA out of memory.",
        JobFailure.ScriptMissing => "Pod failed with exit code 2: can't open file.",
        JobFailure.WrongArgument => "Pod failed with exit code 2: unrecognized arguments.",
        _ => $"Pod failed with exit code {ExitCode.ToString(CultureInfo.InvariantCulture)}.",
    };

    /// <summary>Reads what the command and the variables ask for: <c>exit 3</c> fails with 3, <c>sleep 60</c> runs for 60 s.</summary>
    public static JobOutcome Of(JobRequest request)
    {
        double? asked = request.Envs.TryGetValue(RunSecondsVariable, out var text) && double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds >= 0 ? seconds : null;
        var sleep = Sleeps().Matches(request.Command).Sum(m => double.Parse(m.Groups["n"].ValueSpan, CultureInfo.InvariantCulture));
        double? slept = sleep > 0 ? sleep : null;
        if (request.Envs.TryGetValue(FailureVariable, out var word) && Enum.TryParse<JobFailure>(word, out var failure) && failure != JobFailure.None)
            return new(asked ?? slept ?? (EndsAtOnce(failure) ? QuickFailureSeconds : UsualSeconds), failure, CodeOf(failure));
        var exit = Exits().Match(request.Command) is { Success: true } match ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture) % 256 : 0;
        return exit != 0
            ? new(asked ?? slept ?? QuickFailureSeconds, JobFailure.ExitCode, exit)
            : new(asked ?? slept ?? UsualSeconds, JobFailure.None, 0);
    }

    /// <summary>Exit code of a command that ends so.</summary>
    public static int CodeOf(JobFailure failure) => failure switch
    {
        JobFailure.None => 0,
        JobFailure.OutOfMemory => 137,
        JobFailure.ScriptMissing or JobFailure.WrongArgument => 2,
        _ => 1,
    };

    /// <summary>The script never comes to its first step.</summary>
    public bool EndsBeforeTraining => EndsAtOnce(Failure);

    private static bool EndsAtOnce(JobFailure failure) => failure is JobFailure.ScriptMissing or JobFailure.WrongArgument;

    [GeneratedRegex(@"\bsleep\s+(?<n>\d{1,7})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sleeps();

    [GeneratedRegex(@"\bexit\s+(?<n>\d{1,3})\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Exits();
}
