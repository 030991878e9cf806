namespace PaiConsole.Cloud.Transport;

/// <summary>A call, independent of how often it is attempted.</summary>
/// <param name="Product">Product called.</param>
/// <param name="Action">Operation, for <c>x-acs-action</c>.</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Path">Path, percent-encoded; <c>/</c> for RPC.</param>
internal record PaiCall(PaiProduct Product, string Action, HttpMethod Method, string Path)
{
    /// <summary>Parameters, not encoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = WireQuery.None;

    /// <summary>Another base address than the product's; null for that.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>JSON body; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Changes nothing at the cloud.</summary>
    public bool IsRead { get; init; }

    /// <summary>Doing it twice is the same as doing it once (reads, and writes that set a value).</summary>
    public bool IsIdempotent { get; init; }

    public sealed override string ToString() => $"{Product.Code} {Action}";

    internal static PaiCall Read(PaiProduct product, string action, string path, IReadOnlyList<KeyValuePair<string, string>>? query = null) =>
        new(product, action, HttpMethod.Get, path) { Query = query ?? WireQuery.None, IsRead = true, IsIdempotent = true };

    /// <summary>RPC style: everything in the query, POST to the root.</summary>
    internal static PaiCall Describe(PaiProduct product, string action, IReadOnlyList<KeyValuePair<string, string>> query) =>
        new(product, action, HttpMethod.Post, "/") { Query = query, IsRead = true, IsIdempotent = true };
}
