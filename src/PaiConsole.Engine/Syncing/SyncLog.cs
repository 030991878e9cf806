using Microsoft.Extensions.Logging;

namespace PaiConsole.Engine.Syncing;

internal static partial class SyncLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} {Id} could not be taken in")]
    public static partial void BadObject(ILogger log, Exception fault, ResourceKind kind, string id);
}
