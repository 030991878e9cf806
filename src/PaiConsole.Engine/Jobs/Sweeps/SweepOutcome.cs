using PaiConsole.Domain;
using PaiConsole.Domain.Preflight;
using PaiConsole.Engine.Operations;

namespace PaiConsole.Engine.Jobs.Sweeps;

/// <summary>The answer to a sweep: its operations, or why it was refused as a whole.</summary>
/// <param name="SweepId">Id of the sweep; null where it was refused.</param>
/// <param name="Operations">One for each job, by number.</param>
public sealed record SweepOutcome(string? SweepId, IReadOnlyList<OperationRow> Operations)
{
    /// <summary>Why not, or <see cref="Refusal.None"/>.</summary>
    public Refusal Refusal { get; init; }
    /// <summary>One sentence that says why not.</summary>
    public string? Message { get; init; }
    /// <summary>What the checks said.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    internal static SweepOutcome Refused(CommandOutcome outcome) =>
        new(null, []) { Refusal = outcome.Refusal, Message = outcome.Message, Findings = outcome.Findings };
}

/// <summary>What stopping a sweep has done, or would do.</summary>
/// <param name="Operations">A stop for each job that can be stopped; empty for a dry run.</param>
/// <param name="Stoppable">How many jobs that are.</param>
/// <param name="Ended">How many have ended already.</param>
/// <param name="NotThere">How many are still being submitted: the cloud has not named them yet, so that they cannot be stopped.</param>
/// <param name="Saves">What the jobs that are stopped cost per hour now; null where no price is known.</param>
public sealed record SweepStop(IReadOnlyList<OperationRow> Operations, int Stoppable, int Ended, int NotThere, Money? Saves)
{
    /// <summary>Why not, or <see cref="Refusal.None"/>.</summary>
    public Refusal Refusal { get; init; }
    /// <summary>One sentence that says why not; for a sweep of which only some could be stopped, of the first that could not.</summary>
    public string? Message { get; init; }

    internal static SweepStop Refused(CommandOutcome outcome) => new([], 0, 0, 0, null) { Refusal = outcome.Refusal, Message = outcome.Message };
}
