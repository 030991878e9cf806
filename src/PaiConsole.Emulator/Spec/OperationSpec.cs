using System.Text.Json;

namespace PaiConsole.Emulator.Spec;

/// <summary>A documented operation: how it is reached and what it takes and answers.</summary>
/// <param name="Product">Product code.</param>
/// <param name="Version">API version, as in <c>x-acs-version</c>.</param>
/// <param name="Style"><c>ROA</c> or <c>RPC</c>.</param>
/// <param name="Name">Operation name.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path template.</param>
/// <param name="Definition">The operation's entry in the specification.</param>
/// <param name="Schemas">Named schemas of the specification.</param>
internal sealed record OperationSpec(
    string Product, string Version, string Style, string Name, string Method, string Path, JsonElement Definition, JsonElement Schemas)
{
    public bool IsRpc { get; } = Style == "RPC";

    /// <summary>Path template cut at the slashes.</summary>
    public string[] Segments { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public JsonElement? Query { get; } = Definition.TryGetProperty("query", out var query) ? query : null;

    /// <summary>Body schema; null when the operation takes none.</summary>
    public JsonElement? Body { get; } = Definition.TryGetProperty("body", out var body) ? body : null;

    public JsonElement Response { get; } = Definition.GetProperty("response");

    /// <summary>The body is a bare document (EAS service JSON), not a list of parameters.</summary>
    public bool RawBody { get; } = Definition.TryGetProperty("body", out var raw) && raw.TryGetProperty("x-raw", out _);

    /// <summary>Which fields of the common envelope this answer has.</summary>
    public bool Answers(string field) => Resolve(Response).TryGetProperty("properties", out var properties) && properties.TryGetProperty(field, out _);

    /// <summary>Follows <c>$ref</c>.</summary>
    public JsonElement Resolve(JsonElement schema)
    {
        while (schema.TryGetProperty("$ref", out var reference))
            schema = Schemas.GetProperty(reference.GetString()!["#/schemas/".Length..]);
        return schema;
    }
}
