using System.Reflection;
using System.Text.Json;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Spec;

/// <summary>All documented operations of the emulated products, read from the embedded specifications on first use.</summary>
internal static class SpecLibrary
{
    private static readonly Lazy<Dictionary<(string, string), OperationSpec>> Loaded = new(Load);

    public static IReadOnlyCollection<OperationSpec> All => Loaded.Value.Values;

    public static OperationSpec Get(string product, string name) =>
        Loaded.Value.GetValueOrDefault((product, name))
        ?? throw new InvalidOperationException($"{product} documents no operation {name}.");

    /// <summary>An embedded JSON document, e.g. <c>Spec.eas-service-config.json</c> or <c>Facts.ecs-skus.json</c>.</summary>
    public static JsonElement Document(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"Resource {resource} is not embedded.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }

    private static Dictionary<(string, string), OperationSpec> Load()
    {
        Dictionary<(string, string), OperationSpec> all = [];
        foreach (var (product, file) in Product.Files)
        {
            var document = Document($"Spec.{file}.json");
            foreach (var entry in document.GetProperty("operations").EnumerateObject())
                all[(product, entry.Name)] = new(
                    product,
                    document.GetProperty("version").GetString()!,
                    document.GetProperty("style").GetString()!,
                    entry.Name,
                    entry.Value.GetProperty("method").GetString()!,
                    entry.Value.GetProperty("path").GetString()!,
                    entry.Value,
                    document.GetProperty("schemas"));
        }

        return all;
    }
}
