using System.Globalization;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>
/// GET /api/v2/tokens: a token under which an instance can be opened (Access) or shared for reading (View). Opaque, and nothing here asks for it afterwards.
/// Inferred: an hour and Access unless asked otherwise.
/// </summary>
internal sealed class GetToken : IWireOperation
{
    private const int DefaultSeconds = 3600;

    public string Product => Transport.Product.Dsw;

    public string Name => nameof(GetToken);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Text("InstanceId")!);
        var seconds = call.Int("ExpireTime", DefaultSeconds);
        var type = call.Text("Type") ?? "Access";
        if (seconds < 1)
            throw WireError.Invalid(Product, "ExpireTime must be at least 1 second.");
        if (type is not ("Access" or "View"))
            throw WireError.Invalid(Product, $"Type '{type}' is not Access or View.");
        var until = call.Now.ToUnixTimeSeconds() + seconds;
        var secret = $"{notebook.Id} {type} {call.Text("Audience")} {call.RequestId}";
        return new { Token = string.Join("", Enumerable.Range(0, 4).Select(i => Signal.Hash(secret, until + i).ToString("x16", CultureInfo.InvariantCulture))) };
    }
}
