using System.Text.Json;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Spec;

/// <summary>Holds a call against its documentation and refuses it with every fault at once.</summary>
internal static class RequestCheck
{
    public static void Check(OperationSpec operation, WireQuery query, JsonElement body, bool strict)
    {
        List<string> faults = [];
        QueryCheck.Check(operation, query, strict, faults);
        if (operation.RawBody)
            ServiceDocumentCheck.Check(body, faults);
        else if (operation.Body is { } schema)
            new SchemaCheck(operation.Resolve, unknownFields: strict, enums: true).Check(body, schema, "", faults);
        else if (strict)
            faults.AddRange(body.EnumerateObject().Select(p => $"{p.Name} is not a documented body field"));

        if (faults.Count > 0)
            throw WireError.Invalid(operation.Product, $"{operation.Name}: {string.Join("; ", faults)}.");
    }
}
