using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.AiWorkspace;

/// <summary>AIWorkSpace operations (2021-02-04) that are implemented: what a person picks from when starting something.</summary>
internal static class AiWorkspaceOperations
{
    public static readonly IReadOnlyList<IWireOperation> All =
    [
        new ListWorkspaces(),
        new ListImages(),
        new ListDatasets(),
    ];
}
