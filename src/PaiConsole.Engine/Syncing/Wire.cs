using PaiConsole.Domain.Workspaces;

namespace PaiConsole.Engine.Syncing;

/// <summary>Small readings that every translator shares. Responses never promise that a field is there.</summary>
internal static class Wire
{
    /// <summary>The label put on what the console creates, so that a lost answer can be resolved by looking for it.</summary>
    public const string OperationLabel = "paiconsole/operation";

    /// <summary>The cloud writes absent texts as null or as empty.</summary>
    public static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;

    public static Reason? Reason(string? code, string? message) =>
        Text(code) is null && Text(message) is null ? null : new Reason(code ?? "", message ?? "");

    public static Owner Owner(string? id, string? name) =>
        Text(id) is null && Text(name) is null ? Domain.Workspaces.Owner.Nobody : new Owner(id ?? "", Text(name) ?? id ?? "");

    public static IReadOnlyDictionary<string, string> Labels(IEnumerable<(string? Key, string? Value)> labels)
    {
        var map = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in labels)
        {
            if (Text(key) is { } name)
                map[name] = value ?? "";
        }
        return map;
    }
}
