using PaiConsole.Domain;

namespace PaiConsole.Engine.Notebooks;

/// <summary>What one notebook did in a stretch of time such as a weekend.</summary>
/// <param name="Id">InstanceId.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Sku">Instance type that it ran on last.</param>
/// <param name="Ran">How long it ran.</param>
/// <param name="Cost">What that cost; null where no price was known.</param>
/// <param name="IsAtLeast">Some of it had no known price.</param>
/// <param name="Idle">How long of that nobody used it.</param>
/// <param name="IdleCost">What that cost.</param>
/// <param name="Saved">What its rule saved: from its stop until it ran again, or the end.</param>
/// <param name="CouldSave">What a rule of 30 minutes would have saved; null where it has a rule.</param>
/// <param name="RuleMinutes">Minutes of its idle rule; null without one.</param>
public sealed record LeftOnLine(
    string Id, string Name, string Owner, string? Sku, TimeSpan Ran, Money? Cost, bool IsAtLeast, TimeSpan Idle, Money? IdleCost, Money? Saved, Money? CouldSave,
    int? RuleMinutes);

/// <summary>What was left on, what it cost, what rules saved and would have saved.</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End; the present instant while the stretch is not over.</param>
/// <param name="Lines">The dearest first.</param>
/// <param name="Cost">Sum of what is known.</param>
/// <param name="IdleCost">Of it, what nobody used.</param>
/// <param name="Saved">What rules saved.</param>
/// <param name="CouldSave">What a rule of 30 minutes would have saved besides.</param>
/// <param name="Unpriced">Notebooks with running time of unknown price, or priced in another currency: the sums are at least this.</param>
public sealed record LeftOnReport(
    DateTimeOffset From, DateTimeOffset To, IReadOnlyList<LeftOnLine> Lines, Money Cost, Money IdleCost, Money Saved, Money CouldSave, int Unpriced);
