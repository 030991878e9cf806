using System.Globalization;

namespace PaiConsole.Domain.Jobs.Sweeps;

/// <summary>
/// What a job's labels (Settings.Tags) tell of the sweep that it is part of. It travels with the job: a console with another
/// database, or none, shows the same group.
/// </summary>
/// <param name="Id">Id of the sweep.</param>
/// <param name="Name">What people call it; at most 128 characters of it.</param>
/// <param name="Number">Which member, from 1; 0 where the label is no number.</param>
/// <param name="Size">How many members there are.</param>
/// <param name="Over">Names of the parameters.</param>
public sealed record SweepMark(string Id, string Name, int Number, int Size, IReadOnlyList<string> Over)
{
    /// <summary>What a label's value may hold, as for other resources of the cloud; unverified for jobs.</summary>
    public const int LongestLabel = 128;
    private const char Between = ',';

    /// <summary>Reads labels; null for a job of no sweep.</summary>
    public static SweepMark? Of(IReadOnlyDictionary<string, string> labels)
    {
        if (labels.GetValueOrDefault(JobLabels.Sweep) is not { Length: > 0 } id)
            return null;
        var member = (labels.GetValueOrDefault(JobLabels.SweepMember) ?? "").Split('/', 2);
        return new SweepMark(
            id, labels.GetValueOrDefault(JobLabels.SweepName) ?? id, Read(member[0]), member.Length == 2 ? Read(member[1]) : 0,
            (labels.GetValueOrDefault(JobLabels.SweepOver) ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The labels to send.</summary>
    public IEnumerable<KeyValuePair<string, string>> Labels() =>
    [
        new(JobLabels.Sweep, Id),
        new(JobLabels.SweepName, Name[..Math.Min(Name.Length, LongestLabel)]),
        new(JobLabels.SweepMember, string.Create(CultureInfo.InvariantCulture, $"{Number}/{Size}")),
        new(JobLabels.SweepOver, Joined(Over)),
    ];

    /// <summary>The names as they stand in the label.</summary>
    public static string Joined(IEnumerable<string> over) => string.Join(Between, over);

    private static int Read(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, SweepSpec.MostMembers) : 0;
}
