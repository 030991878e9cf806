using PaiConsole.Emulator.Dlc;

namespace PaiConsole.Emulator.PaiStudio;

/// <summary>One figure a training reported.</summary>
internal sealed record TrainingMetric(string Name, DateTimeOffset At, double Value);

/// <summary>The figures a job's log lines tell: loss and learning rate. What a restart repeats is reported again.</summary>
internal static class TrainingMetrics
{
    /// <summary>All so far, oldest first.</summary>
    public static IEnumerable<TrainingMetric> Of(Job job)
    {
        var recipe = job.Recipe;
        var run = -1;
        foreach (var (begin, end) in job.Runs())
        {
            var start = job.StartOf(++run);
            var until = end ?? job.World.Now;
            for (var step = (start.Step / recipe.StepsPerLine + 1) * recipe.StepsPerLine; step <= recipe.Steps; step += recipe.StepsPerLine)
            {
                var at = begin.AddSeconds(Math.Floor(step * recipe.SecondsPerStep - start.DoneSeconds));
                if (at > until)
                    break;
                yield return new("loss", at, Math.Round(recipe.Loss(step), 4));
                yield return new("learning_rate", at, TrainingRecipe.LearningRate((double)step / recipe.Steps));
            }
        }
    }
}
