using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>Notebook operations (pai-dsw 2022-01-01) that are implemented.</summary>
internal static class DswOperations
{
    public static readonly IReadOnlyList<IWireOperation> All = [];
}
