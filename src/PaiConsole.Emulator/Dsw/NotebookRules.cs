using System.Text.Json;
using PaiConsole.Emulator.Facts;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>What DSW refuses in a notebook's definition, beyond wrong types; every fault in one message.</summary>
internal static class NotebookRules
{
    private const int LongestName = 27;

    public static void Check(JsonElement body, bool creating)
    {
        List<string> faults = [];
        var name = body.Text("InstanceName");
        if (creating && string.IsNullOrEmpty(name))
            faults.Add("InstanceName is required");
        if (name is { Length: > 0 } && (name.Length > LongestName || !name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')))
            faults.Add($"InstanceName '{name}' must be letters, digits and underscores, at most 27 of them");
        if (creating && body.Text("ImageUrl") is null && body.Text("ImageId") is null)
            faults.Add("ImageId or ImageUrl is required");
        if (creating && body.Text("EcsSpec") is null && body.Text("ResourceId") is null)
            faults.Add("EcsSpec is required unless ResourceId names a quota");
        if (body.Text("EcsSpec") is { } sku && SkuCatalogue.Find(sku) is null)
            faults.Add($"EcsSpec '{sku}' does not exist; ListEcsSpecs names those that do");
        if (faults.Count > 0)
            throw WireError.Invalid(Product.Dsw, string.Join("; ", faults) + ".");
    }
}
