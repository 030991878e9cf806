using PaiConsole.Domain.Preflight;

namespace PaiConsole.Engine.Operations;

/// <summary>One of several operations that are asked for together.</summary>
/// <param name="Key">Its idempotency key.</param>
/// <param name="Draft">What to do.</param>
/// <param name="Findings">What the checks said of it.</param>
internal sealed record KeyedDraft(string Key, OperationDraft Draft, IReadOnlyList<Finding> Findings);
