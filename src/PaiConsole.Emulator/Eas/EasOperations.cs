using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Eas;

/// <summary>Model service operations (eas 2021-07-01) that are implemented.</summary>
internal static class EasOperations
{
    public static readonly IReadOnlyList<IWireOperation> All = [];
}
