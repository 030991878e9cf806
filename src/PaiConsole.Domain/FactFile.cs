using System.Reflection;
using System.Text.Json;

namespace PaiConsole.Domain;

/// <summary>The facts that travel inside this assembly (<c>facts/*.json</c>).</summary>
internal static class FactFile
{
    /// <summary>Opens one by file name, such as <c>ecs-skus.json</c>.</summary>
    public static JsonDocument Open(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded fact file {name} is missing.");
        return JsonDocument.Parse(stream);
    }

    /// <summary>A property that holds text; absent, null and other kinds give null.</summary>
    public static string? Text(this JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A property that holds a number; absent, null and other kinds give null.</summary>
    public static decimal? Number(this JsonElement element, string property) =>
        element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDecimal() : null;
}
