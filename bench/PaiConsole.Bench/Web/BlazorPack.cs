using System.Buffers.Binary;
using System.Text;

namespace PaiConsole.Bench.Web;

/// <summary>As much of MessagePack as Blazor's hub protocol uses: a message is an array behind its length as a varint.</summary>
internal static class BlazorPack
{
    /// <summary>An invocation of the hub: type 1, no headers, its id, its name, its arguments, no streams.</summary>
    public static byte[] Invocation(string? id, string target, params object?[] arguments)
    {
        using var body = new MemoryStream();
        Write(body, new object?[] { 1L, Headers, id, target, arguments, Array.Empty<object?>() });
        using var message = new MemoryStream();
        for (var left = (uint)body.Length; ; left >>= 7)
        {
            message.WriteByte((byte)(left < 0x80 ? left : (left & 0x7F) | 0x80));
            if (left < 0x80)
                break;
        }
        body.WriteTo(message);
        return message.ToArray();
    }

    /// <summary>The whole messages at the start of what has arrived, and how many bytes they take.</summary>
    public static int Read(ReadOnlySpan<byte> bytes, ICollection<object?[]> messages)
    {
        var at = 0;
        while (true)
        {
            var (length, start, shift) = (0, at, 0);
            while (start < bytes.Length && (bytes[start] & 0x80) != 0)
                length |= (bytes[start++] & 0x7F) << (7 * shift++);
            if (start >= bytes.Length)
                return at;
            length |= bytes[start++] << (7 * shift);
            if (start + length > bytes.Length)
                return at;
            var position = 0;
            messages.Add((object?[])Value(bytes.Slice(start, length), ref position)!);
            at = start + length;
        }
    }

    private static readonly object Headers = new();

    private static void Write(Stream to, object? value)
    {
        switch (value)
        {
            case null:
                to.WriteByte(0xC0);
                break;
            case bool truth:
                to.WriteByte((byte)(truth ? 0xC3 : 0xC2));
                break;
            case long number:
                to.WriteByte(0xD3);
                Span<byte> eight = stackalloc byte[8];
                BinaryPrimitives.WriteInt64BigEndian(eight, number);
                to.Write(eight);
                break;
            case string text:
                var utf8 = Encoding.UTF8.GetBytes(text);
                Sized(to, 0xDB, utf8.Length);
                to.Write(utf8);
                break;
            case object?[] items:
                Sized(to, 0xDD, items.Length);
                foreach (var item in items)
                    Write(to, item);
                break;
            default:
                to.WriteByte(0x80); // an empty map
                break;
        }
    }

    private static void Sized(Stream to, byte code, int size)
    {
        to.WriteByte(code);
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, size);
        to.Write(four);
    }

    private static object? Value(ReadOnlySpan<byte> bytes, ref int at)
    {
        var code = bytes[at++];
        switch (code)
        {
            case < 0x80: return (long)code;
            case < 0x90: return Map(bytes, code & 0x0F, ref at);
            case < 0xA0: return Items(bytes, code & 0x0F, ref at);
            case < 0xC0: return Text(bytes, code & 0x1F, ref at);
            case 0xC0: return null;
            case 0xC2: return false;
            case 0xC3: return true;
            case 0xC4: return Bytes(bytes, (int)Number(bytes, 1, ref at), ref at);
            case 0xC5: return Bytes(bytes, (int)Number(bytes, 2, ref at), ref at);
            case 0xC6: return Bytes(bytes, (int)Number(bytes, 4, ref at), ref at);
            case 0xCB: return BitConverter.Int64BitsToDouble(Number(bytes, 8, ref at));
            case 0xCC or 0xD0: return Number(bytes, 1, ref at);
            case 0xCD or 0xD1: return Number(bytes, 2, ref at);
            case 0xCE or 0xD2: return Number(bytes, 4, ref at);
            case 0xCF or 0xD3: return Number(bytes, 8, ref at);
            case 0xD9: return Text(bytes, (int)Number(bytes, 1, ref at), ref at);
            case 0xDA: return Text(bytes, (int)Number(bytes, 2, ref at), ref at);
            case 0xDB: return Text(bytes, (int)Number(bytes, 4, ref at), ref at);
            case 0xDC: return Items(bytes, (int)Number(bytes, 2, ref at), ref at);
            case 0xDD: return Items(bytes, (int)Number(bytes, 4, ref at), ref at);
            case >= 0xE0: return (long)(sbyte)code;
            default: throw new InvalidDataException($"MessagePack type {code:x2}.");
        }
    }

    private static long Number(ReadOnlySpan<byte> bytes, int size, ref int at)
    {
        var number = 0L;
        for (var i = 0; i < size; i++)
            number = (number << 8) | bytes[at++];
        return number;
    }

    private static byte[] Bytes(ReadOnlySpan<byte> bytes, int size, ref int at) => bytes.Slice((at += size) - size, size).ToArray();

    private static string Text(ReadOnlySpan<byte> bytes, int size, ref int at) => Encoding.UTF8.GetString(bytes.Slice((at += size) - size, size));

    private static object?[] Items(ReadOnlySpan<byte> bytes, int count, ref int at)
    {
        var items = new object?[count];
        for (var i = 0; i < count; i++)
            items[i] = Value(bytes, ref at);
        return items;
    }

    private static object?[] Map(ReadOnlySpan<byte> bytes, int count, ref int at) => Items(bytes, 2 * count, ref at);
}
