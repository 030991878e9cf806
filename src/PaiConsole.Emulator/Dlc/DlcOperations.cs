using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dlc;

/// <summary>Training job operations (pai-dlc 2020-12-03) that are implemented.</summary>
internal static class DlcOperations
{
    public static readonly IReadOnlyList<IWireOperation> All = [];
}
