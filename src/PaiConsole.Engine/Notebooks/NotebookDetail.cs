using PaiConsole.Domain.Costs;
using PaiConsole.Domain.Notebooks;
using PaiConsole.Engine.Listing;
using PaiConsole.Engine.Operations;

namespace PaiConsole.Engine.Notebooks;

/// <summary>Everything the console knows of one notebook.</summary>
/// <param name="Row">As in the list.</param>
/// <param name="Notebook">As last observed.</param>
/// <param name="Timeline">How it got here, oldest first.</param>
/// <param name="Operations">Commands for it, newest first.</param>
/// <param name="Basis">The price behind the rate, or null where unknown.</param>
/// <param name="Look">How fresh the data is.</param>
public sealed record NotebookDetail(
    NotebookRow Row, Notebook Notebook, IReadOnlyList<StateSpan> Timeline,
    IReadOnlyList<OperationRow> Operations, Price? Basis, Freshness Look);
