namespace PaiConsole.Domain.Jobs.Sweeps;

/// <summary>
/// One job many times over, each time with other values. Either <see cref="Parameters"/> (every combination) or
/// <see cref="Points"/> (these combinations and no others). The shape of the REST body.
/// </summary>
public sealed record SweepSpec
{
    /// <summary>What a member has in place of its number, in command, environment and output path.</summary>
    public const string Placeholder = "{member}";
    /// <summary>The most jobs that one sweep makes.</summary>
    public const int MostMembers = 100;
    /// <summary>The most parameters.</summary>
    public const int MostParameters = 8;

    /// <summary>The job that all of them are made from.</summary>
    public JobSpec Base { get; init; } = new();
    /// <summary>The grid: every value of the one with every value of the others; the first changes most slowly.</summary>
    public IReadOnlyList<SweepParameter> Parameters { get; init; } = [];
    /// <summary>The combinations one by one: name to value.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Points { get; init; } = [];
}

/// <summary>What changes from job to job.</summary>
/// <param name="Name">
/// <c>--learning_rate</c>: an option of the command; <c>sku</c>: the instance type of every role; <c>count</c>: the pods of the last
/// role; any other name: an environment variable.
/// </param>
/// <param name="Values">Its values, as they stand in the command.</param>
public sealed record SweepParameter(string Name, IReadOnlyList<string> Values);

/// <summary>One job of a sweep.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Values">Parameter to value, in the order of the parameters.</param>
/// <param name="Spec">What it submits.</param>
public sealed record SweepMember(int Number, IReadOnlyList<KeyValuePair<string, string>> Values, JobSpec Spec);
