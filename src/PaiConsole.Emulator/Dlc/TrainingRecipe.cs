using System.Globalization;
using System.Text.RegularExpressions;
using PaiConsole.Emulator.Facts;

namespace PaiConsole.Emulator.Dlc;

/// <summary>What a job's log talks about: epochs, steps and a loss curve, read from its command and otherwise chosen by its id.</summary>
internal sealed partial class TrainingRecipe
{
    private const int StepsPerLine = 10;
    private readonly Job _job;
    private readonly double _from;
    private readonly double _floor;

    public TrainingRecipe(Job job)
    {
        _job = job;
        Total = Math.Max(1, job.Outcome.RunSeconds);
        Interval = Math.Clamp(Math.Round(Total / 400), 2, 30);
        Epochs = EpochsOption().Match(job.Request.Command) is { Success: true } match ? Math.Max(1, int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)) : 3;
        Gpus = Math.Max(1, SkuCatalogue.Find(job.Request.Roles[0].Sku)?.Gpu ?? 1);
        Script = ScriptName().Match(job.Request.Command) is { Success: true } script ? script.Value : "train.py";
        Steps = Math.Max(StepsPerLine, (int)(Total / Interval) * StepsPerLine);
        _from = 2.2 + 4 * Signal.Unit(job.Id, 11);
        _floor = 0.15 + 0.9 * Signal.Unit(job.Id, 12);
    }

    /// <summary>World seconds of running, from start to end.</summary>
    public double Total { get; }

    /// <summary>World seconds between two step lines.</summary>
    public double Interval { get; }

    public int Epochs { get; }

    /// <summary>GPUs per node.</summary>
    public int Gpus { get; }

    public string Script { get; }

    public int Steps { get; }

    /// <summary>Step reached after so much running.</summary>
    public int StepAt(double ran) => (int)(ran / Interval) * StepsPerLine;

    /// <summary>The line about a step.</summary>
    public string StepLine(double ran)
    {
        var progress = Math.Min(1, ran / Total);
        var step = StepAt(ran);
        var noise = Signal.Unit(_job.Id, step) - 0.5;
        var loss = _floor + (_from - _floor) * Math.Exp(-4 * progress) + 0.12 * noise * (1.2 - progress);
        var rate = 3e-4 * Math.Min(1, progress / 0.03) * (0.5 + 0.5 * Math.Cos(Math.PI * progress));
        var speed = StepsPerLine / Interval * (0.97 + 0.06 * Signal.Unit(_job.Id, step + 1));
        return string.Create(CultureInfo.InvariantCulture,
            $"epoch {Math.Min(Epochs, 1 + (int)(progress * Epochs))}/{Epochs} step {step}/{Steps} loss {loss:F4} lr {rate:0.00e+00} {speed:F2} it/s mem {14 + 6 * Signal.Unit(_job.Id, 4):F1}GiB");
    }

    [GeneratedRegex(@"--(num[_-]?(train[_-])?)?epochs?[ =](?<n>\d{1,4})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EpochsOption();

    [GeneratedRegex(@"[\w./-]+\.py\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScriptName();
}
