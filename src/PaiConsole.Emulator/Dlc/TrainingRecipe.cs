using System.Globalization;
using System.Text.RegularExpressions;
using PaiConsole.Emulator.Facts;

namespace PaiConsole.Emulator.Dlc;

/// <summary>What a job's training is made of: epochs, steps, how long a step takes and a loss curve, read from its command and otherwise chosen by its id.</summary>
internal sealed partial class TrainingRecipe
{
    private const int UsualStepsPerLine = 10;

    /// <summary>A job that will fail does so this far into what it set out to do.</summary>
    private const double FailsAt = 0.62;
    private readonly Job _job;
    private readonly double _from;
    private readonly double _floor;

    public TrainingRecipe(Job job)
    {
        _job = job;
        var options = job.Request.Options;
        Total = Math.Max(1, job.Outcome.Succeeds ? job.Outcome.RunSeconds : job.Outcome.RunSeconds / FailsAt);
        Interval = Math.Clamp(Math.Round(Total / 400), 2, 30);
        Epochs = (int)Math.Min(9999, options.Count("num_train_epochs", "epochs", "num_epochs", "epoch", "train_epochs") ?? 3);
        Gpus = Math.Max(1, SkuCatalogue.Find(job.Request.Roles[0].Sku)?.Gpu ?? 1);
        Script = ScriptName().Match(job.Request.Command) is { Success: true } script ? script.Value : "train.py";
        var asked = options.Count("max_steps", "total_steps", "max_train_steps", "train_iters");
        Steps = (int)(asked ?? Math.Max(UsualStepsPerLine, (int)(Total / Interval) * UsualStepsPerLine));
        SecondsPerStep = asked is null ? Interval / UsualStepsPerLine : Total / Steps;
        StepsPerLine = (int)Math.Max(Math.Ceiling(1 / SecondsPerStep), options.Count("logging_steps", "log_interval") ?? (asked is null ? UsualStepsPerLine : Math.Ceiling(Interval / SecondsPerStep)));
        _from = 2.2 + 4 * Signal.Unit(job.Id, 11);
        _floor = 0.15 + 0.9 * Signal.Unit(job.Id, 12);
    }

    /// <summary>World seconds of training, from the first step to the last.</summary>
    public double Total { get; }

    public double SecondsPerStep { get; }

    /// <summary>Steps between two lines of the log.</summary>
    public int StepsPerLine { get; }

    public int Epochs { get; }

    /// <summary>GPUs per node.</summary>
    public int Gpus { get; }

    public string Script { get; }

    public int Steps { get; }

    private double Interval { get; }

    /// <summary>Step reached after so many seconds of training.</summary>
    public int StepAt(double done) => (int)Math.Min(Steps, Math.Floor(done / SecondsPerStep + 1e-6));

    public double Epoch(int step) => Math.Round((double)Epochs * step / Steps, 2);

    public double Loss(int step)
    {
        var progress = Math.Min(1, (double)step / Steps);
        return _floor + (_from - _floor) * Math.Exp(-4 * progress) + 0.12 * (Signal.Unit(_job.Id, step) - 0.5) * (1.2 - progress);
    }

    public static double LearningRate(double progress) => 3e-4 * Math.Min(1, progress / 0.03) * (0.5 + 0.5 * Math.Cos(Math.PI * progress));

    /// <summary>The line about a step.</summary>
    public string StepLine(int step)
    {
        var progress = Math.Min(1, (double)step / Steps);
        var speed = 1 / SecondsPerStep * (0.97 + 0.06 * Signal.Unit(_job.Id, step + 1));
        return string.Create(CultureInfo.InvariantCulture,
            $"epoch {Math.Min(Epochs, 1 + (int)(progress * Epochs))}/{Epochs} step {step}/{Steps} loss {Loss(step):F4} lr {LearningRate(progress):0.00e+00} {speed:F2} it/s mem {14 + 6 * Signal.Unit(_job.Id, 4):F1}GiB");
    }

    /// <summary>The coloured bar that tqdm draws over itself: a carriage return before it, an escape sequence around its blocks.</summary>
    public string ProgressBar(int step)
    {
        const int Width = 24;
        var full = (int)Math.Min(Width, (long)Width * step / Steps);
        var (past, left) = (TimeSpan.FromSeconds(Math.Floor(step * SecondsPerStep)), TimeSpan.FromSeconds(Math.Floor((Steps - step) * SecondsPerStep)));
        return string.Create(CultureInfo.InvariantCulture,
            $"\r{100L * step / Steps,3}%|\u001b[32m{new string('█', full)}\u001b[0m{new string(' ', Width - full)}| {step}/{Steps} [{past:c}<{left:c}, {1 / SecondsPerStep:F2}it/s]");
    }

    [GeneratedRegex(@"[\w./-]+\.py\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptName();
}
