using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Jobs;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;

namespace PaiConsole.Engine.Jobs;

/// <summary>Everything the console knows of one job.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Job">As last observed.</param>
/// <param name="Timeline">How it got here, oldest first.</param>
/// <param name="Operations">Commands for it, newest first.</param>
/// <param name="Basis">The prices behind the rate, one per SKU that has one.</param>
/// <param name="Look">How fresh the data is.</param>
public sealed record JobDetail(
    JobRow Row, TrainingJob Job, IReadOnlyList<StateSpan> Timeline,
    IReadOnlyList<OperationRow> Operations, IReadOnlyList<Price> Basis, Freshness Look);
