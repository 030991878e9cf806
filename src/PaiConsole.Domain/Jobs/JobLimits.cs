using System.Globalization;

namespace PaiConsole.Domain.Jobs;

/// <summary>What a job was meant to take at most.</summary>
/// <param name="Budget">What it may cost in all; null where nobody said.</param>
/// <param name="Planned">How long it is planned to run; null where nobody said.</param>
public readonly record struct JobLimits(Money? Budget, TimeSpan? Planned)
{
    /// <summary>Label (Settings.Tags): CNY that the job may cost in all, such as <c>200</c> or <c>99.5</c>.</summary>
    public const string BudgetLabel = "budget-cny";
    /// <summary>Label: minutes that the job is planned to run.</summary>
    public const string PlannedLabel = "planned-minutes";

    private const decimal MostCny = 1_000_000_000;
    private const long MostMinutes = 10 * 366 * 24 * 60;

    /// <summary>Reads them from a job; a label that is no number above 0 counts as not there. Without a plan the longest time allowed is one.</summary>
    /// <param name="labels">Its labels.</param>
    /// <param name="maxRunningMinutes">JobMaxRunningTimeMinutes.</param>
    public static JobLimits Of(IReadOnlyDictionary<string, string> labels, long? maxRunningMinutes) => new(
        decimal.TryParse(labels.GetValueOrDefault(BudgetLabel), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cny) && cny is > 0 and <= MostCny
            ? Money.Cny(cny) : null,
        long.TryParse(labels.GetValueOrDefault(PlannedLabel), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and <= MostMinutes
            ? TimeSpan.FromMinutes(minutes)
            : maxRunningMinutes is > 0 and <= MostMinutes and var most ? TimeSpan.FromMinutes(most) : null);
}
