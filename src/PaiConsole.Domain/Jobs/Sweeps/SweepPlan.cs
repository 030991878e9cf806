using System.Globalization;
using PaiConsole.Domain.Preflight;

namespace PaiConsole.Domain.Jobs.Sweeps;

/// <summary>The jobs that a sweep comes to.</summary>
/// <param name="Over">Names of the parameters.</param>
/// <param name="Members">The jobs; none where the sweep itself has an error.</param>
/// <param name="Findings">What is to be said of the sweep as a whole.</param>
public sealed record SweepPlan(IReadOnlyList<string> Over, IReadOnlyList<SweepMember> Members, IReadOnlyList<Finding> Findings)
{
    private static readonly string[] _outputs = ["output_dir", "save_dir", "checkpoint_dir", "ckpt_dir", "save_path", "output_path", "output", "save"];

    /// <summary>Works out the jobs. Never throws: whatever is wrong is a finding, all at once.</summary>
    public static SweepPlan Of(SweepSpec sweep)
    {
        var parameters = (sweep.Parameters ?? []).Where(one => one is not null).Select(one => new SweepParameter(one.Name ?? "", [.. (one.Values ?? []).OfType<string>()])).ToList();
        var points = (sweep.Points ?? []).Where(point => point is { Count: > 0 }).ToList();
        var over = parameters.Count > 0 ? parameters.Select(one => one.Name).ToList() : points.SelectMany(point => point.Keys).Distinct(StringComparer.Ordinal).ToList();
        var spec = (sweep.Base ?? new JobSpec()).Normalised();
        List<Finding> findings = [.. Faults(parameters, points, over)];
        if (findings.Count > 0)
            return new SweepPlan(over, [], findings);
        var values = parameters.Count > 0 ? Grid(parameters) : [.. points.Select(point => over.Select(name => new KeyValuePair<string, string>(name, point[name])).ToList())];
        var members = values.Select((one, at) => Member(spec, at + 1, values.Count, one)).ToList();
        findings.AddRange(Repeated(members));
        findings.AddRange(over.Where(name => SweepVariable.IsOption(name) && !SweepVariable.Stands(spec.Command, name)).Select(name => SweepKinds.NewOption.At("command", null, ("name", name))));
        if (SameOutput(members) is { } same)
            findings.Add(same);
        return new SweepPlan(over, members, findings);
    }

    private static IEnumerable<Finding> Faults(List<SweepParameter> parameters, List<IReadOnlyDictionary<string, string>> points, List<string> over)
    {
        if (over.Count == 0)
            yield return SweepKinds.Empty.At("parameters", null);
        if (parameters.Count > 0 && points.Count > 0)
            yield return SweepKinds.Both.At("points", null);
        if (over.Count > SweepSpec.MostParameters || SweepMark.Joined(over).Length > SweepMark.LongestLabel)
            yield return SweepKinds.TooWide.At("parameters", SweepMark.Joined(over), ("most", SweepSpec.MostParameters), ("longest", SweepMark.LongestLabel));
        foreach (var name in over.Distinct(StringComparer.Ordinal).Where(name => !SweepVariable.IsName(name)))
            yield return SweepKinds.Name.At("parameters", null, ("name", name));
        // --learning-rate and --learning_rate are one option.
        foreach (var twice in over.GroupBy(name => name.Replace('-', '_'), StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return SweepKinds.NameTwice.At("parameters", null, ("name", twice.First()));
        foreach (var empty in parameters.Where(one => one.Values.Count == 0))
            yield return SweepKinds.NoValues.At("parameters", null, ("name", empty.Name));
        var given = parameters.SelectMany(one => one.Values.Select(value => (one.Name, value))).Concat(points.SelectMany(point => point.Select(pair => (pair.Key, pair.Value ?? ""))));
        foreach (var (name, value) in given.Distinct().Where(one => !SweepVariable.IsValue(one.Item1, one.Item2)))
            yield return SweepKinds.Value.At("parameters", null, ("name", name), ("value", value));
        foreach (var (number, name) in points.SelectMany((point, at) => over.Where(name => !point.ContainsKey(name)).Select(name => (at + 1, name))))
            yield return SweepKinds.Uneven.At($"points[{(number - 1).ToString(CultureInfo.InvariantCulture)}]", null, ("member", number), ("name", name));
        var count = parameters.Count > 0 ? parameters.Aggregate(1.0, (product, one) => product * one.Values.Count) : points.Count;
        if (count > SweepSpec.MostMembers)
            yield return SweepKinds.TooMany.At("parameters", string.Join(" × ", parameters.Select(one => one.Values.Count)), ("count", count.ToString("0", CultureInfo.InvariantCulture)), ("most", SweepSpec.MostMembers));
    }

    private static List<List<KeyValuePair<string, string>>> Grid(List<SweepParameter> parameters) => parameters.Aggregate(
        new List<List<KeyValuePair<string, string>>> { new() },
        (combined, parameter) => [.. combined.SelectMany(begun => parameter.Values.Select(value => new List<KeyValuePair<string, string>>(begun) { new(parameter.Name, value) }))]);

    private static SweepMember Member(JobSpec spec, int number, int size, List<KeyValuePair<string, string>> values)
    {
        var written = number.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Max(2, size.ToString(CultureInfo.InvariantCulture).Length), '0');
        var changed = values.Aggregate(spec, (begun, pair) => SweepVariable.Apply(begun, pair.Key, pair.Value));
        return new SweepMember(number, values, changed with
        {
            Name = spec.Name.Length == 0 ? "" : $"{spec.Name}-{written}",
            Command = Numbered(changed.Command),
            OutputPath = changed.OutputPath is { } path ? Numbered(path) : null,
            Env = changed.Env.ToDictionary(pair => pair.Key, pair => Numbered(pair.Value), StringComparer.Ordinal),
        });

        string Numbered(string text) => text.Replace(SweepSpec.Placeholder, written, StringComparison.Ordinal);
    }

    private static IEnumerable<Finding> Repeated(List<SweepMember> members) => members
        .GroupBy(member => string.Join('\n', member.Values.Select(pair => pair.Value)), StringComparer.Ordinal).Where(group => group.Count() > 1)
        .Select(group => SweepKinds.Twice.At("parameters", null, ("first", group.First().Number), ("second", group.ElementAt(1).Number),
            ("values", string.Join(", ", group.First().Values.Select(pair => $"{pair.Key} {pair.Value}")))));

    private static Finding? SameOutput(List<SweepMember> members)
    {
        var shared = members.Select(member => (member.Spec.OutputPath, Option: LaunchCommand.Parse(member.Spec.Command).ScriptOption(_outputs)?.Value))
            .Where(place => place.OutputPath is not null || place.Option is not null).GroupBy(place => place).FirstOrDefault(group => group.Count() > 1);
        return shared is null ? null
            : SweepKinds.SameOutput.At(shared.Key.Option is null ? "outputPath" : "command", null, ("path", shared.Key.Option ?? shared.Key.OutputPath!), ("member", SweepSpec.Placeholder));
    }
}
