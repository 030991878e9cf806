using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>GET /api/v2/instances. Ten a page unless asked otherwise, at most 100; newest first.</summary>
internal sealed class ListInstances : IWireOperation
{
    private const int DefaultPage = 10;
    private const int LargestPage = 100;

    public string Product => Transport.Product.Dsw;

    public string Name => nameof(ListInstances);

    public object Handle(WireCall call)
    {
        var (skip, take) = call.Page(DefaultPage, LargestPage);
        var found = Sort(call, call.World.Notebooks.All.Where(NotebookFilter.Of(call))).ToList();
        return new
        {
            TotalCount = found.Count,
            Instances = found.Skip(skip).Take(take).Select(n => new NotebookAnswer(n)).ToArray(),
        };
    }

    private static IEnumerable<Notebook> Sort(WireCall call, IEnumerable<Notebook> notebooks)
    {
        var ascending = string.Equals(call.Text("Order"), "ASC", StringComparison.OrdinalIgnoreCase);
        Func<Notebook, IComparable> key = call.Text("SortBy")?.ToUpperInvariant() switch
        {
            null or "GMTCREATE" or "GMTCREATETIME" => n => n.Created,
            "GMTMODIFIED" or "GMTMODIFIEDTIME" => n => n.Modified,
            "INSTANCENAME" => n => n.Spec.Name,
            "STATUS" => n => n.Status,
            "PRIORITY" => n => n.Spec["Priority"]?.GetInt64() ?? 0,
            "ACCUMULATEDRUNNINGTIMEINMS" => n => n.Accumulated,
            _ => throw WireError.Invalid(call.Spec.Product, $"SortBy '{call.Text("SortBy")}' is not a field instances can be sorted by."),
        };
        return ascending ? notebooks.OrderBy(key).ThenBy(n => n.Id, StringComparer.Ordinal) : notebooks.OrderByDescending(key).ThenBy(n => n.Id, StringComparer.Ordinal);
    }
}
