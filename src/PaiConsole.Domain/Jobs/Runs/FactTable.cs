using System.Globalization;

namespace PaiConsole.Domain.Jobs.Runs;

/// <summary>Gathers facts: one with a value shows its arithmetic, one without says which input is missing.</summary>
internal sealed class FactTable
{
    private readonly List<RunFact> _facts = [];

    public IReadOnlyList<RunFact> Facts => _facts;

    /// <param name="key">What it is.</param>
    /// <param name="value">The figure, or null.</param>
    /// <param name="arithmetic">How it was computed.</param>
    /// <param name="missing">The input that is looked for first when there is no value.</param>
    public void Add(string key, IFormattable? value, string arithmetic, string missing) =>
        _facts.Add(value is null ? new RunFact(key, null, missing) : new RunFact(key, value.ToString("0.##", CultureInfo.InvariantCulture), arithmetic));

    public void Add(string key, Money? value, string arithmetic, string missing) =>
        _facts.Add(value is { } money ? new RunFact(key, money.ToString(), arithmetic) : new RunFact(key, null, missing));
}
