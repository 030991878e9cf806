using PaiConsole.Emulator.Transport;

namespace PaiConsole.Emulator.Dsw;

/// <summary>GET /api/v2/instances/{InstanceId}/snapshots. Inferred from the other lists: ten a page unless asked otherwise, at most 100, newest first.</summary>
internal sealed class ListInstanceSnapshot : IWireOperation
{
    private const int DefaultPage = 10;
    private const int LargestPage = 100;

    public string Product => Transport.Product.Dsw;

    public string Name => nameof(ListInstanceSnapshot);

    public object Handle(WireCall call)
    {
        var notebook = call.World.Notebooks.Need(call.Path("InstanceId"));
        var (skip, take) = call.Page(DefaultPage, LargestPage);
        Func<Snapshot, IComparable> key = call.Text("SortBy")?.ToUpperInvariant() switch
        {
            null or "GMTCREATE" or "GMTCREATETIME" => s => s.Created,
            "GMTMODIFIED" or "GMTMODIFIEDTIME" => s => s.Modified,
            "SNAPSHOTNAME" => s => s.Name,
            "STATUS" => s => s.Status,
            _ => throw WireError.Invalid(Product, $"SortBy '{call.Text("SortBy")}' is not a field snapshots can be sorted by."),
        };
        var ascending = string.Equals(call.Text("Order"), "ASC", StringComparison.OrdinalIgnoreCase);
        var found = (ascending ? notebook.Snapshots.OrderBy(key) : notebook.Snapshots.OrderByDescending(key)).ThenBy(s => s.Id, StringComparer.Ordinal).ToList();
        return new
        {
            TotalCount = (long)found.Count,
            Snapshots = found.Skip(skip).Take(take).Select(s => new SnapshotAnswer(s)).ToArray(),
        };
    }
}
