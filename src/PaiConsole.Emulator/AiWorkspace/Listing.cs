using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.AiWorkspace;

/// <summary>What the lists of this product share: exact filters, sorting by creation, ASC unless asked otherwise, pages of at most 100.</summary>
internal static class Listing
{
    private const int LargestPage = 100;

    /// <summary>Sorts, cuts out the page asked for and tells how many there are in all.</summary>
    public static (int Total, T[] Page) Of<T>(WireCall call, IEnumerable<T> found, Func<T, DateTimeOffset> created, Func<T, string> name, int defaultPage)
    {
        var (skip, take) = call.Page(defaultPage, LargestPage);
        var all = call.Text("SortBy") switch
        {
            null or "GmtCreateTime" or "GmtModifiedTime" => found.OrderBy(created).ThenBy(name, StringComparer.Ordinal).ToList(),
            "Name" or "DatasetName" or "WorkspaceName" => [.. found.OrderBy(name, StringComparer.Ordinal)],
            var other => throw WireError.Invalid(call.Spec.Product, $"SortBy '{other}' is not a field that can be sorted by."),
        };
        if (string.Equals(call.Text("Order"), "DESC", StringComparison.OrdinalIgnoreCase))
            all.Reverse();
        return (all.Count, [.. all.Skip(skip).Take(take)]);
    }

    /// <summary>True where the parameter is absent or contained in the value, whatever the case.</summary>
    public static bool Like(this WireCall call, string parameter, string value) =>
        call.Text(parameter) is not { } wanted || value.Contains(wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>True where the parameter is absent or is the value.</summary>
    public static bool Is(this WireCall call, string parameter, string? value) =>
        call.Text(parameter) is not { } wanted || string.Equals(wanted, value, StringComparison.Ordinal);

    /// <summary>True where the comma list is absent or has the value.</summary>
    public static bool IsAnyOf(this WireCall call, string parameter, string value) =>
        call.Query.List(parameter) is not { Count: > 0 } wanted || wanted.Contains(value, StringComparer.OrdinalIgnoreCase);
}
