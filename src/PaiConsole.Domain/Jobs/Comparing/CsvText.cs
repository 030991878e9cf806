namespace PaiConsole.Domain.Jobs.Comparing;

/// <summary>Writes tables for spreadsheets (RFC 4180).</summary>
public static class CsvText
{
    /// <summary>The lines, each ended by CR LF.</summary>
    public static string Of(IEnumerable<IEnumerable<string?>> rows) => string.Concat(rows.Select(row => string.Join(',', row.Select(Cell)) + "\r\n"));

    /// <summary>
    /// One cell. A spreadsheet takes a text that begins like a formula for one, also when it came from a command or a log: an
    /// apostrophe before it makes it text. A plain number is left alone.
    /// </summary>
    public static string Cell(string? text)
    {
        var value = text ?? "";
        if (value.Length > 0 && "=+-@\t\r\n".Contains(value[0], StringComparison.Ordinal) && !decimal.TryParse(value, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _))
            value = "'" + value;
        return value.AsSpan().IndexOfAny(",\"\r\n'") >= 0 ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
    }
}
