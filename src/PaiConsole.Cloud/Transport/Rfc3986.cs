using System.Text;

namespace PaiConsole.Cloud.Transport;

/// <summary>Percent-encoding as signatures need it: unreserved characters stay, every other UTF-8 byte becomes upper-case hex.</summary>
internal static class Rfc3986
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~";

    internal static string Encode(string value)
    {
        if (value.AsSpan().IndexOfAnyExcept(Unreserved) < 0)
            return value;

        var encoded = new StringBuilder(value.Length * 2);
        foreach (var unit in Encoding.UTF8.GetBytes(value))
        {
            if (Unreserved.Contains((char)unit))
                encoded.Append((char)unit);
            else
                encoded.Append('%').Append(Convert.ToHexString([unit]));
        }

        return encoded.ToString();
    }

    /// <summary>One segment of a path. Dot segments are refused: a server or proxy would resolve them and answer about something else.</summary>
    internal static string Segment(string value) =>
        value is "" or "." or ".." ? throw new ArgumentException($"'{value}' cannot name anything in a path.", nameof(value)) : Encode(value);
}
