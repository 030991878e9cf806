namespace PaiConsole.Engine.Operations;

/// <summary>Every kind of operation there is, by its word.</summary>
internal sealed class OperationHandlers(IEnumerable<HandlerSource> sources, IServiceProvider services)
{
    private readonly Dictionary<string, IOperationHandler> _byKind =
        sources.SelectMany(source => source.Create(services)).ToDictionary(handler => handler.Kind, StringComparer.Ordinal);

    public IOperationHandler? Find(string kind) => _byKind.GetValueOrDefault(kind);
}
