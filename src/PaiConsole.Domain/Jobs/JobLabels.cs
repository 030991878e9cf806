namespace PaiConsole.Domain.Jobs;

/// <summary>Labels that the console puts on jobs (Settings.Tags) to know them again.</summary>
public static class JobLabels
{
    /// <summary>What all of them begin with; people may not use it.</summary>
    public const string Prefix = "paiconsole/";
    /// <summary>Id of the sweep that a job is part of.</summary>
    public const string Sweep = Prefix + "sweep";

    /// <summary>The labels that people gave.</summary>
    public static IReadOnlyDictionary<string, string> OfPeople(IReadOnlyDictionary<string, string> labels) =>
        labels.Where(label => !label.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
}
