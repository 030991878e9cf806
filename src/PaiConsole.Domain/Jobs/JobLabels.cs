namespace PaiConsole.Domain.Jobs;

/// <summary>Labels that the console puts on jobs (Settings.Tags) to know them again.</summary>
public static class JobLabels
{
    /// <summary>What all of them begin with; people may not use it.</summary>
    public const string Prefix = "paiconsole/";
    /// <summary>Id of the sweep that a job is part of.</summary>
    public const string Sweep = Prefix + "sweep";
    /// <summary>What people call that sweep.</summary>
    public const string SweepName = Prefix + "sweep-name";
    /// <summary>Which of its jobs this is, and how many there are: <c>7/16</c>.</summary>
    public const string SweepMember = Prefix + "sweep-member";
    /// <summary>Names of the parameters that differ between them.</summary>
    public const string SweepOver = Prefix + "sweep-over";
    /// <summary>What a job keeps that goes on from another one.</summary>
    public static IReadOnlyList<string> OfSweep { get; } = [Sweep, SweepName, SweepMember, SweepOver];

    /// <summary>The labels that people gave.</summary>
    public static IReadOnlyDictionary<string, string> OfPeople(IReadOnlyDictionary<string, string> labels) =>
        labels.Where(label => !label.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
}
