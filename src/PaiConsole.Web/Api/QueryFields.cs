using System.Globalization;

namespace PaiConsole.Web.Api;

/// <summary>Reads the query string strictly: what is not understood is refused, never ignored.</summary>
internal static class QueryFields
{
    /// <summary>Refuses every parameter that is not among the known ones.</summary>
    /// <exception cref="ApiProblem">There is one.</exception>
    public static void Demand(IQueryCollection query, params string[] known)
    {
        var strange = query.Keys.Where(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (strange.Count > 0)
            throw ApiProblem.BadRequest(strange.Select(key => known.Length == 0
                ? $"Unknown query parameter '{key}'; there are none here."
                : $"Unknown query parameter '{key}'; known here: {string.Join(", ", known)}."));
    }

    /// <summary>A flag; absent means false.</summary>
    /// <exception cref="ApiProblem">It is neither true nor false.</exception>
    public static bool Flag(IQueryCollection query, string name) => query[name].ToString() switch
    {
        "" when !query.ContainsKey(name) => false,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw ApiProblem.BadRequest($"{name} is true or false, not '{text}'."),
    };

    /// <summary>A whole number within bounds, or the default where it is absent.</summary>
    /// <exception cref="ApiProblem">It is not one.</exception>
    public static int Number(IQueryCollection query, string name, int least, int most, int otherwise) => query[name].ToString() switch
    {
        "" when !query.ContainsKey(name) => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most => number,
        var text => throw ApiProblem.BadRequest(string.Create(CultureInfo.InvariantCulture, $"{name} is a whole number from {least} to {most}, not '{text}'.")),
    };

    /// <summary>A text, or null where it is absent or empty.</summary>
    public static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Several words: repeated, or separated by commas.</summary>
    public static IReadOnlyList<string> Words(IQueryCollection query, string name) =>
        [.. query[name].SelectMany(text => (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
