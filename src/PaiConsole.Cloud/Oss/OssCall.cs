using PaiConsole.Cloud.Transport;

namespace PaiConsole.Cloud.Oss;

/// <summary>A read from OSS.</summary>
/// <param name="Action">Operation, for errors and telemetry.</param>
/// <param name="Path">Path as sent: <c>/</c> or the encoded key.</param>
/// <param name="Resource">What is signed: <c>/</c>, <c>/bucket/</c> or <c>/bucket/key</c>, encoded.</param>
/// <param name="Region">Region of the endpoint.</param>
internal sealed record OssCall(string Action, string Path, string Resource, string Region) : PaiCall(PaiProduct.Oss, Action, HttpMethod.Get, Path)
{
    /// <summary>Host to name, where it is not that of the address: an emulator on this machine is addressed as the real service would be.</summary>
    public string? HostHeader { get; init; }

    /// <summary>How many octets of the object are wanted; null for the whole answer.</summary>
    public int? MostBytes { get; init; }
}
