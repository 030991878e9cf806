using System.Text;

namespace PaiConsole.Emulator.Transport;

/// <summary>Percent-encoding as signatures need it: UTF-8, upper-case hex, only <c>A-Za-z0-9-_.~</c> left as they are.</summary>
internal static class Rfc3986
{
    private const string Hex = "0123456789ABCDEF";

    public static string Encode(string value)
    {
        StringBuilder text = new(value.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(value))
        {
            if (char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'_' or (byte)'.' or (byte)'~')
                text.Append((char)octet);
            else
                text.Append('%').Append(Hex[octet >> 4]).Append(Hex[octet & 15]);
        }

        return text.ToString();
    }
}
