using PaiConsole.Domain;

namespace PaiConsole.Engine.Listing;

/// <summary>What everything that matches a filter has cost, for the footer of a list. Costs a walk over all of it.</summary>
/// <param name="At">The instant up to which running time is counted.</param>
/// <param name="Count">How many match.</param>
/// <param name="ToDate">What they have cost up to now, in the currency that most of them are billed in.</param>
/// <param name="Uncertain">So many of them are not, or not wholly, in the sum: a price was not known, or the currency is another one.</param>
/// <param name="Gpus">GPUs that they hold now; null where that is not counted.</param>
/// <param name="GpusUncertain">So many running ones hold an unknown number of them.</param>
public sealed record ListSums(DateTimeOffset At, int Count, Money ToDate, int Uncertain, long? Gpus = null, int GpusUncertain = 0);
