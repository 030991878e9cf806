namespace PaiConsole.Emulator.Dlc.Checkpoints;

/// <summary>Where one run of a job takes up its training.</summary>
/// <param name="Step">Step it begins after; 0 for the beginning.</param>
/// <param name="DoneSeconds">Training that is behind it, world seconds.</param>
/// <param name="From">Container path of the checkpoint; null when it begins at 0.</param>
/// <param name="Skipped">Checkpoints that were newer and not complete, each with what it lacks.</param>
internal sealed record TrainingStart(int Step, double DoneSeconds, string? From, IReadOnlyList<string> Skipped)
{
    private static readonly string[] Options = ["resume_from_checkpoint", "resume_from", "resume", "auto_resume"];

    /// <summary>
    /// Looks as the script would: with a resume flag at the newest complete checkpoint under its output (numbers compared as numbers), with a path at that
    /// one, without a flag at none.
    /// </summary>
    public static TrainingStart Of(Job job)
    {
        var options = job.Request.Options;
        if (!options.Has(Options))
            return Beginning([]);
        var (folder, exact) = Where(options.Text(Options)!, job.Plan);
        if (folder is null || JobMounts.Place(job, folder) is not { } place)
            return Beginning([]);
        var found = CheckpointFolder.Under(job.World.Buckets, place).Where(c => exact is null || c.Name == exact).ToArray();
        var skipped = found.TakeWhile(c => c.Missing is not null).Select(c => $"{folder}/{c.Name} ({c.Missing} is missing)").ToArray();
        if (found.FirstOrDefault(c => c.Missing is null) is not { } newest)
            return Beginning(skipped);
        var step = Math.Min(newest.Step, job.Recipe.Steps);
        return new(step, step * job.Recipe.SecondsPerStep, $"{folder}/{newest.Name}", skipped);
    }

    private static (string? Folder, string? Exact) Where(string value, CheckpointPlan? plan)
    {
        if (!value.Contains('/', StringComparison.Ordinal))
            return (plan?.Folder, null);
        var path = value.TrimEnd('/');
        var name = path[(path.LastIndexOf('/') + 1)..];
        // A folder of checkpoints, or one checkpoint in it: only the latter's name ends in a number.
        return plan?.Folder != path && name.Length > 0 && char.IsAsciiDigit(name[^1]) && name.Contains("step", StringComparison.Ordinal) | name.Contains("checkpoint", StringComparison.Ordinal)
            ? (path[..^(name.Length + 1)], name)
            : (path, null);
    }

    private static TrainingStart Beginning(IReadOnlyList<string> skipped) => new(0, 0, null, skipped);
}
