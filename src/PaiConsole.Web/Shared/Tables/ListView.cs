using Microsoft.AspNetCore.WebUtilities;
using PaiConsole.Engine.Listing;

namespace PaiConsole.Web.Shared.Tables;

/// <summary>What a list page shows, as its address says it: <c>?q=&amp;status=a,b&amp;owner=&amp;sort=&amp;desc=&amp;more=</c>.</summary>
public sealed record ListView
{
    /// <summary>Text to find.</summary>
    public string Query { get; init; } = "";
    /// <summary>Status words or phases.</summary>
    public IReadOnlyList<string> Status { get; init; } = [];
    /// <summary>Owner names.</summary>
    public IReadOnlyList<string> Owner { get; init; } = [];
    /// <summary>Column to sort by.</summary>
    public string Sort { get; init; } = "created";
    /// <summary>Largest or newest first.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>With the columns that need a look at each row's history.</summary>
    public bool More { get; init; }

    /// <summary>Something is left out.</summary>
    public bool IsFiltered => Query.Length > 0 || Status.Count > 0 || Owner.Count > 0;

    /// <summary>Sorted by what does not change while an object lives.</summary>
    public bool IsSteady => Sort is "created" or "name" or "owner";

    /// <summary>Reads an address; what it does not know, it leaves alone.</summary>
    public static ListView FromUri(string uri)
    {
        var query = QueryHelpers.ParseQuery(new Uri(uri).Query);
        return new ListView
        {
            Query = query.TryGetValue("q", out var q) ? q.ToString() : "",
            Status = Words("status"),
            Owner = Words("owner"),
            Sort = query.TryGetValue("sort", out var sort) && sort.ToString().Length > 0 ? sort.ToString() : "created",
            Descending = !query.TryGetValue("desc", out var desc) || desc.ToString() is not ("0" or "false"),
            More = query.TryGetValue("more", out var more) && more.ToString() == "1",
        };

        IReadOnlyList<string> Words(string name) => query.TryGetValue(name, out var value)
            ? [.. value.SelectMany(part => (part ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
            : [];
    }

    /// <summary>The parameters for <c>NavigationManager.GetUriWithQueryParameters</c>; what is as usual is left out.</summary>
    public IReadOnlyDictionary<string, object?> ToParameters() => new Dictionary<string, object?>(StringComparer.Ordinal)
    {
        ["q"] = Query.Length > 0 ? Query : null,
        ["status"] = Status.Count > 0 ? string.Join(',', Status) : null,
        ["owner"] = Owner.Count > 0 ? string.Join(',', Owner) : null,
        ["sort"] = Sort == "created" ? null : Sort,
        ["desc"] = Descending ? null : "0",
        ["more"] = More ? "1" : null,
    };

    /// <summary>What the REST API calls the same.</summary>
    public IEnumerable<KeyValuePair<string, string>> ToApiQuery()
    {
        if (Query.Length > 0)
            yield return new("q", Query);
        if (Status.Count > 0)
            yield return new("status", string.Join(',', Status));
        if (Owner.Count > 0)
            yield return new("owner", string.Join(',', Owner));
        yield return new("sort", (Descending ? "-" : "") + Sort);
    }

    /// <summary>Sorted by a column: pressed again, the other way round.</summary>
    public ListView SortedBy(string column) =>
        this with { Sort = column, Descending = column == Sort ? !Descending : column is not ("name" or "owner" or "status" or "sku") };

    /// <summary>With or without a status word.</summary>
    public ListView Toggle(string status) =>
        this with { Status = Status.Contains(status, StringComparer.OrdinalIgnoreCase) ? [.. Status.Where(word => !word.Equals(status, StringComparison.OrdinalIgnoreCase))] : [.. Status, status] };

    /// <summary>The engine's question.</summary>
    public ListRequest ToRequest(int offset, int limit) => new()
    {
        Query = Query,
        Status = Status,
        Owner = Owner,
        Sort = Sort,
        Descending = Descending,
        Offset = offset,
        Limit = limit,
    };
}
