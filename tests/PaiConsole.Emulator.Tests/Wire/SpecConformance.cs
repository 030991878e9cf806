using System.Text.Json;
using PaiConsole.Emulator.Spec;

namespace PaiConsole.Emulator.Tests.Wire;

/// <summary>Holds an answer against the documented response: an unknown field or a wrong type fails.</summary>
internal static class SpecConformance
{
    public static IReadOnlyList<string> Faults(OperationSpec operation, JsonElement answer)
    {
        List<string> faults = [];
        new SchemaCheck(operation.Resolve, unknownFields: true, enums: false, required: false).Check(answer, operation.Response, "", faults);
        return faults;
    }
}
