using PaiConsole.Emulator.Spec;

namespace PaiConsole.Emulator.Transport;

/// <summary>The operation a request means, with its decoded path parameters.</summary>
internal sealed record Route(OperationSpec Operation, IReadOnlyDictionary<string, string> PathValues);

/// <summary>RPC style: the action and version name the operation, the path is always <c>/</c>.</summary>
internal static class RpcRouter
{
    private static readonly Lazy<Dictionary<(string, string), OperationSpec>> Operations = new(() =>
        SpecLibrary.All.Where(o => o.IsRpc).ToDictionary(o => (o.Name, o.Version)));

    public static Route Find(string? action, string? version)
    {
        if (string.IsNullOrEmpty(action))
            throw WireError.Gateway(400, "MissingParameter", "x-acs-action is mandatory for this action.");
        if (string.IsNullOrEmpty(version))
            throw WireError.Gateway(400, "MissingParameter", "x-acs-version is mandatory for this action.");
        return Operations.Value.TryGetValue((action, version), out var operation)
            ? new(operation, new Dictionary<string, string>(StringComparer.Ordinal))
            : throw WireError.Gateway(404, "InvalidAction.NotFound", $"No product of this emulator documents the RPC action {action} in version {version}.");
    }
}

/// <summary>ROA style: method and path select the operation; action and version are a cross-check.</summary>
internal static class RoaRouter
{
    private static readonly Lazy<ILookup<(string Method, int Length), OperationSpec>> Operations = new(() =>
        SpecLibrary.All.Where(o => !o.IsRpc)
            .OrderByDescending(o => o.Segments.Count(s => !s.StartsWith('{')))
            .ToLookup(o => (o.Method, o.Segments.Length)));

    public static Route Find(string method, string rawPath, string? action, string? version)
    {
        var segments = rawPath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var matches = Operations.Value[(method, segments.Length)].Where(o => Matches(o.Segments, segments)).ToArray();
        if (matches.Length == 0)
            throw WireError.Gateway(404, "InvalidAction.NotFound", $"No product of this emulator documents {method} {rawPath}.");

        var meant = matches.FirstOrDefault(o => o.Name == action && (version is null || o.Version == version))
            ?? matches.FirstOrDefault(o => string.IsNullOrEmpty(action) && (version is null || o.Version == version))
            ?? throw WireError.Gateway(400, "InvalidAction",
                $"{method} {rawPath} is {matches[0].Product} {matches[0].Version} {matches[0].Name}, but the request says x-acs-action {action}, x-acs-version {version}.");
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (var i = 0; i < segments.Length; i++)
            if (meant.Segments[i].StartsWith('{'))
                values[meant.Segments[i].Trim('{', '}')] = Uri.UnescapeDataString(segments[i]);
        return new(meant, values);
    }

    private static bool Matches(string[] template, string[] segments)
    {
        for (var i = 0; i < segments.Length; i++)
            if (!template[i].StartsWith('{') && template[i] != segments[i])
                return false;
        return true;
    }
}
