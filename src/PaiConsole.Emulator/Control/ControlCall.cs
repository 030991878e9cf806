using System.Text.Json;
using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Control;

/// <summary>One call of the control surface.</summary>
/// <param name="World">The world.</param>
/// <param name="PathValues">Decoded path parameters.</param>
/// <param name="Query">Query parameters.</param>
/// <param name="Json">Body; an empty object when none was sent.</param>
internal sealed record ControlCall(World.World World, IReadOnlyDictionary<string, string> PathValues, WireQuery Query, JsonElement Json)
{
    /// <summary>The body as a type, camelCase.</summary>
    public T Body<T>() => Json.Deserialize<T>(WireJson.Control) ?? throw new ControlException("A body is needed.");
}

/// <summary>The control surface was used wrongly.</summary>
internal sealed class ControlException(string message, int status = 400) : Exception(message)
{
    public int Status { get; } = status;
}
