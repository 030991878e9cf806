namespace PaiConsole.Engine.Operations;

/// <summary>A slice's operation handlers, made once their clients are there.</summary>
internal sealed record HandlerSource(Func<IServiceProvider, IEnumerable<IOperationHandler>> Create);
