namespace PaiConsole.Engine.Operations;

/// <summary>Every kind of operation there is, by its word.</summary>
internal sealed class OperationHandlers(IEnumerable<IOperationHandler> handlers)
{
    private readonly Dictionary<string, IOperationHandler> _byKind = handlers.ToDictionary(handler => handler.Kind, StringComparer.Ordinal);

    public IOperationHandler? Find(string kind) => _byKind.GetValueOrDefault(kind);
}
