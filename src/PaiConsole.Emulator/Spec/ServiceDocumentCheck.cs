using System.Text.Json;

namespace PaiConsole.Emulator.Spec;

/// <summary>The EAS service document: known keys must have their type, unknown keys are let through as EAS does.</summary>
internal static class ServiceDocumentCheck
{
    private static readonly Lazy<JsonElement> Schema = new(() => SpecLibrary.Document("Spec.eas-service-config.json").GetProperty("schema"));

    public static void Check(JsonElement document, List<string> faults) =>
        new SchemaCheck(schema => schema, unknownFields: false, enums: false).Check(document, Schema.Value, "", faults);
}
