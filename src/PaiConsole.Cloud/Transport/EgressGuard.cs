using System.Net;
using System.Net.Sockets;

namespace PaiConsole.Cloud.Transport;

/// <summary>
/// Connects to the addresses a host name stands for, unless one is this machine, link-local or the metadata service: a name that resolves there
/// is not the cloud. The check and the connection use the same resolution, so a name cannot change in between.
/// </summary>
internal static class EgressGuard
{
    private static readonly IPAddress Metadata = IPAddress.Parse("100.100.100.200");

    internal static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var target = context.DnsEndPoint;
        var addresses = await ResolveAsync(target.Host, cancellationToken);

        // Through a proxy the end point is the proxy, which may well be on this machine.
        var isProxy = !string.Equals(target.Host, context.InitialRequestMessage.RequestUri?.IdnHost, StringComparison.OrdinalIgnoreCase);
        if (!isProxy && addresses.Any(IsForbidden))
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"{target.Host} resolves to an address that is not the cloud's.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"{target.Host}: {exception.Message}", exception);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    internal static bool IsForbidden(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) || plain.Equals(Metadata) || plain.Equals(IPAddress.Any) || plain.Equals(IPAddress.IPv6Any)
            || plain.IsIPv6LinkLocal || (plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [169, 254, ..]);
    }

    private static async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellationToken);
        }
        catch (SocketException exception)
        {
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"{host}: {exception.Message}", exception);
        }
    }
}
